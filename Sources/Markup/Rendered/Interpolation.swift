extension Rendered {
    /// What can stand in `\( )` of a rendered literal.
    public struct Interpolation: StringInterpolationProtocol {
        var parts: ContiguousArray<Part> = []
        /// The literal since the last changing place.
        var pending: StaticPiece?

        /// Makes room for the pieces of a literal; Swift calls it.
        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount)
        }

        init(literal: StaticString) { appendLiteral(literal) }

        /// Adds a piece of the literal, which never changes; Swift calls it.
        public mutating func appendLiteral(_ literal: StaticString) {
            guard literal.hasPointerRepresentation else { return append(.html(literal.description)) }
            if pending != nil { append(.empty) }
            pending = StaticPiece(literal)
        }

        /// Leaves something at the next changing place.
        package mutating func append(_ dynamic: Dynamic) {
            parts.append(Part(before: pending ?? .empty, dynamic: dynamic))
            pending = nil
        }
    }
}

extension Rendered.Interpolation {
    /// Text, escaped.
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// Text, escaped; nothing for nil.
    public mutating func appendInterpolation(_ text: String?) { append(text.map(Dynamic.text) ?? .empty) }

    /// A value as text, escaped.
    public mutating func appendInterpolation(_ value: some TextConvertible) { append(.text(value.renderedText)) }

    /// A value as text, escaped; nothing for nil.
    public mutating func appendInterpolation<Value: TextConvertible>(_ value: Value?) {
        append(value.map { .text($0.renderedText) } ?? .empty)
    }

    /// HTML as it is: for markup of your own only, never for what people wrote.
    public mutating func appendInterpolation(raw html: String) { append(.html(html)) }

    /// Another node.
    public mutating func appendInterpolation(_ node: Rendered) { append(.node(node)) }

    /// Another node; nothing for nil.
    public mutating func appendInterpolation(_ node: Rendered?) { append(node.map(Dynamic.node) ?? .empty) }

    /// A list of nodes, which are told apart by their place.
    public mutating func appendInterpolation(_ nodes: [Rendered]) {
        append(.list(RowArray(rows: ContiguousArray(nodes))))
    }

    /// A list of rows, made by `each`.
    public mutating func appendInterpolation(_ list: RenderedList) { append(.list(list)) }

    /// A node that is there under a condition.
    public mutating func appendInterpolation(if condition: Bool, _ node: @autoclosure () -> Rendered) {
        append(condition ? .node(node()) : .empty)
    }

    /// One of two nodes.
    public mutating func appendInterpolation(
        if condition: Bool, _ node: @autoclosure () -> Rendered, else other: @autoclosure () -> Rendered
    ) {
        append(.node(condition ? node() : other()))
    }

    /// An attribute without a value, there under a condition: `<button \(attribute: "disabled", if: isBusy)>`.
    public mutating func appendInterpolation(attribute name: StaticString, if condition: Bool) {
        append(condition ? .html(name.description) : .empty)
    }

    /// An attribute with a value, left out when that is nil: `<a \(attribute: "title", hint)>`.
    public mutating func appendInterpolation<Value: TextConvertible>(attribute name: StaticString, _ value: Value?) {
        append(value.map { .html("\(name)=\"\(HTMLText.escaped($0.renderedText))\"") } ?? .empty)
    }
}
