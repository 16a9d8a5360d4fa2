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
                var value = pieces[0]
                for (piece, dynamic) in zip(pieces.dropFirst(), dynamics) {
                    guard let text = HTMLSyntax.attributeValue(of: try text(dynamic), quotedBy: quote) else {
                        return nil
                    }
                    value += text
                    value += piece
                }
                Self.add(Attribute(name: name, value: value), to: &result)
            case .run(let dynamics, let needsSpace):
                guard let attributes = try run(dynamics, needsSpace, text) else { return nil }
                for attribute in attributes { Self.add(attribute, to: &result) }
            }
        }
        return result
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
