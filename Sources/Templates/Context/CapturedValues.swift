/// A part of a value that its `encode(to:)` has named: read already, or to be read when a template asks.
enum CapturedPart {
    case value(TemplateValue)
    case deferred(any Encodable)
    case encoder(CapturingEncoder)

    var value: TemplateValue {
        switch self {
        case .value(let value): value
        case .deferred(let value): ContextReader.value(of: value)
        case .encoder(let encoder): encoder.value
        }
    }
}

/// The members of a structure.
final class CapturedMap: TemplateMap {
    private var keys: [String] = []
    private var parts: [CapturedPart] = []
    private var indices: [String: Int]?
    /// Above so many members a table finds them faster than a search.
    private static let searchLimit = 16

    var count: Int { keys.count }
    var isStructure: Bool { true }

    func append(_ part: CapturedPart, _ key: String) {
        if keys.isEmpty {
            keys.reserveCapacity(8)
            parts.reserveCapacity(8)
        }
        keys.append(key)
        parts.append(part)
    }

    func key(at index: Int) -> TemplateValue { .string(keys[index]) }

    func value(at index: Int) -> TemplateValue {
        let value = parts[index].value
        if case .deferred = parts[index] { parts[index] = .value(value) }
        return value
    }

    func value(forKey key: String) -> TemplateValue? { index(of: key).map { value(at: $0) } }

    func index(forKey key: String, expectedAt index: Int) -> Int? {
        index < keys.count && TemplateText.isSame(keys[index], key) ? index : self.index(of: key)
    }

    private func index(of key: String) -> Int? {
        guard keys.count > Self.searchLimit else { return keys.firstIndex { TemplateText.isSame($0, key) } }
        let table = indices ?? Dictionary(keys.indices.map { (keys[$0], $0) }) { _, last in last }
        indices = table
        return table[key].flatMap { TemplateText.isSame(keys[$0], key) ? $0 : nil }
    }
}

/// The elements of a value that encodes itself as a list.
final class CapturedList: TemplateList {
    private var parts: [CapturedPart] = []
    var count: Int { parts.count }
    func append(_ part: CapturedPart) { parts.append(part) }
    subscript(index: Int) -> TemplateValue { parts[index].value }
}
