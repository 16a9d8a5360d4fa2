import HTMLTree

/// Selectors by what their last compound asks for, so that an element meets few of them.
struct SelectorBuckets {
    private var byID: [String: [Int32]] = [:]
    private var byClass: [String: [Int32]] = [:]
    private var byType: [String: [Int32]] = [:]
    private var universal: [Int32] = []
    /// A bit for each type that some selector names, which settles most questions without a look into the table.
    private var typeBits: UInt64 = 0

    /// Files the selector that has a place in the caller's list.
    mutating func add(_ selector: ComplexSelector, at place: Int32) {
        if let id = selector.id {
            byID[id, default: []].append(place)
        } else if let name = selector.className {
            byClass[name, default: []].append(place)
        } else if let type = selector.type {
            byType[type, default: []].append(place)
            typeBits |= Self.bit(of: type)
        } else {
            universal.append(place)
        }
    }

    /// The places of the selectors that may match an element.
    func candidates(type: String, attributes: [Attribute]) -> [Int32] {
        var found = universal
        if typeBits & Self.bit(of: type) != 0, let places = byType[type] { found += places }
        for attribute in attributes {
            if attribute.name == "class" {
                guard !byClass.isEmpty else { continue }
                for name in attribute.value.split(whereSeparator: \.isWhitespace) {
                    if let places = byClass[String(name)] { found += places }
                }
            } else if attribute.name == "id", !byID.isEmpty, let places = byID[attribute.value] {
                found += places
            }
        }
        return found
    }

    private static func bit(of type: String) -> UInt64 {
        let bytes = type.utf8
        return 1 &<< ((UInt64(bytes.first ?? 0) &* 5 &+ UInt64(bytes.last ?? 0) &* 11 &+ UInt64(bytes.count)) & 63)
    }
}
