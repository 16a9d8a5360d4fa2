import HTMLTree

/// The attributes of an element of which some change.
struct AttributePlan {
    enum Item {
        case fixed(Attribute)
        /// A value with dynamics between the pieces.
        case value(name: String, pieces: [String], dynamics: Range<Int>, quote: UInt8)
        /// Dynamics that hold whole attributes.
        case run(dynamics: Range<Int>, needsSpace: Bool)
    }

    let items: [Item]

    /// The names that make rules hold for an element and for what is in it, and so must not come with a dynamic.
    static let guardNames: Set<String> = [
        BindingName.update, ViewAttribute.update, ViewAttribute.session, ViewAttribute.parentID, ViewAttribute.sticky,
        ViewAttribute.portal,
    ]

    /// Gives the attributes, of several with one name the first; nil when what a dynamic holds reaches beyond its place.
    ///
    /// - Parameter text: The HTML of a dynamic.
    func attributes<Failure: Error>(_ text: (Int) throws(Failure) -> String) throws(Failure) -> [Attribute]? {
        var result: [Attribute] = []
        result.reserveCapacity(items.count)
        for item in items {
            switch item {
            case .fixed(let attribute):
                Self.add(attribute, to: &result)
            case .value(let name, let pieces, let dynamics, let quote):
                let value = try Self.value(pieces, dynamics, quote) { index throws(Failure) in try text(index) }
                guard let value else { return nil }
                Self.add(Attribute(name: name, value: value), to: &result)
            case .run(let dynamics, let needsSpace):
                guard let attributes = try run(dynamics, needsSpace, text) else { return nil }
                for attribute in attributes { Self.add(attribute, to: &result) }
            }
        }
        return result
    }

    /// Whether attributes are plainly those that the plan gives; when not, they have to be made and compared.
    ///
    /// - Parameter text: The HTML of a dynamic; nil when it is not given as a text.
    func plainlyGives(_ attributes: [Attribute], _ text: (Int) -> String?) -> Bool {
        guard attributes.count == items.count else { return false }
        for place in items.indices {
            switch items[place] {
            case .fixed(let attribute): guard attributes[place] == attribute else { return false }
            case .value(let name, let pieces, let dynamics, let quote):
                guard attributes[place].name == name, let value = Self.value(pieces, dynamics, quote, text),
                    attributes[place].value == value
                else { return false }
            case .run: return false
            }
        }
        return true
    }

    /// The value with dynamics between its pieces; nil when one of them is not there, or reaches beyond its place.
    private static func value<Failure: Error>(
        _ pieces: [String], _ dynamics: Range<Int>, _ quote: UInt8, _ text: (Int) throws(Failure) -> String?
    ) throws(Failure) -> String? {
        var value = pieces[0]
        for place in 1..<pieces.count {
            guard let html = try text(dynamics.lowerBound + place - 1),
                let text = HTMLSyntax.attributeValue(of: html, quotedBy: quote)
            else { return nil }
            value += text
            value += pieces[place]
        }
        return value
    }

    private func run<Failure: Error>(
        _ dynamics: Range<Int>, _ needsSpace: Bool, _ text: (Int) throws(Failure) -> String
    ) throws(Failure) -> [Attribute]? {
        var run = ""
        for dynamic in dynamics { run += try text(dynamic) }
        guard let first = run.utf8.first else { return [] }
        let startsApart = first == UInt8(ascii: " ") || first == UInt8(ascii: "\n") || first == UInt8(ascii: "\t")
        guard startsApart || (!needsSpace && first != UInt8(ascii: "=")),
            let attributes = HTMLSyntax.attributes(of: run),
            attributes.allSatisfy({ !Self.guardNames.contains($0.name) })
        else { return nil }
        return attributes
    }

    private static func add(_ attribute: Attribute, to attributes: inout [Attribute]) {
        guard !attributes.contains(where: { $0.name == attribute.name }) else { return }
        attributes.append(attribute)
    }
}
