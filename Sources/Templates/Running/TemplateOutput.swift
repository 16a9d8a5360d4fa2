import Markup

/// What a running template writes to: the places of a tree, or HTML alone.
///
/// Statements run in one way for both. A tree remembers what stands at which place, so that an update sends little; HTML
/// is written straight into its bytes.
struct TemplateOutput: ~Copyable {
    /// Whether a tree is built.
    let isTree: Bool
    /// The filled places of the node that is being built.
    private var parts: RenderedParts = []
    private var html: HTMLBuffer

    /// Makes an output that becomes a tree.
    static func tree() -> TemplateOutput { TemplateOutput(isTree: true, capacity: 0) }

    /// Makes an output that becomes HTML.
    ///
    /// - Parameter capacity: How many bytes to make room for.
    static func html(capacity: Int = 0) -> TemplateOutput { TemplateOutput(isTree: false, capacity: capacity) }

    private init(isTree: Bool, capacity: Int) {
        self.isTree = isTree
        html = HTMLBuffer(capacity: capacity)
    }

    /// The HTML that was written.
    var text: String { html.text }

    /// How many bytes there was room for in the end.
    var capacity: Int { html.capacity }

    /// What was left at the only place; empty unless a tree is built.
    var root: Rendered {
        if case .node(let node)? = parts.first?.dynamic { node } else { .empty }
    }

    /// Writes an unchanging piece, which a tree has in its statics.
    ///
    /// - Parameters:
    ///   - pieces: The bytes of all pieces of a body.
    ///   - range: Where the piece lies among them.
    mutating func append(piece pieces: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if !isTree, !range.isEmpty { html.append(UnsafeBufferPointer(rebasing: pieces[range])) }
    }

    /// Leaves a value at the next place, and takes the room for it.
    mutating func append(
        _ value: TemplateValue, _ frame: borrowing TemplateFrame, at offset: Int
    ) throws(TemplateError) {
        let escapes = frame.escapes
        if isTree {
            if let text = value.string { try frame.context.run.make(text.utf8.count, at: offset) }
            return append(try value.dynamic(escapes: escapes, at: offset))
        }
        switch value {
        case .string(let text):
            try frame.context.run.make(text.utf8.count, at: offset)
            if escapes { html.appendEscaped(text) } else { html.append(text) }
        case .markup(let markup):
            try frame.context.run.make(markup.utf8.count, at: offset)
            html.append(markup)
        case .integer(let number): html.append(number)
        case .undefined, .none: break
        case .bool, .number, .list, .map, .object:
            let text = try value.text(at: offset)
            if escapes { html.appendEscaped(text) } else { html.append(text) }
        }
    }

    /// Leaves nothing at the next place.
    mutating func appendNothing() {
        if isTree { append(.empty) }
    }

    /// Fills the next place of a tree.
    mutating func append(_ dynamic: consuming Dynamic) { parts.append(Rendered.Part(dynamic)) }

    /// Begins a node of a tree.
    ///
    /// - Returns: The places of the node around it, to be given back when the node ends.
    mutating func beginNode(places: Int) -> RenderedParts {
        var outer = RenderedParts()
        outer.reserveCapacity(places)
        swap(&outer, &parts)
        return outer
    }

    /// Ends a node.
    ///
    /// - Returns: Its places.
    mutating func endNode(within outer: consuming RenderedParts) -> RenderedParts {
        swap(&outer, &parts)
        return outer
    }
}
