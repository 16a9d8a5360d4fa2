import LiveProtocol

/// What a view renders: unchanging pieces of HTML with changing places between them.
///
/// It is written as a string with interpolations, whose literal parts are the statics:
/// `"<p>Hello \(name)</p>"`. Text is escaped; see `Interpolation` for all that can stand in `\( )`. Two values from the
/// same literal have the same statics, and an update of one by the other sends their changed places only.
public struct Rendered: ExpressibleByStringInterpolation {
    /// A changing place and the unchanging piece before it.
    struct Part {
        let before: StaticPiece
        var dynamic: Dynamic
    }

    var parts: ContiguousArray<Part>
    /// The piece after the last changing place.
    let tail: StaticPiece
    /// The statics of a compiled template, in place of those of a literal.
    let compiled: Statics?

    /// Makes a node without changing places.
    public init(stringLiteral literal: StaticString) {
        self.init(stringInterpolation: Interpolation(literal: literal))
    }

    public init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
        tail = stringInterpolation.pending ?? .empty
        compiled = nil
    }

    /// Makes a node from a compiled template.
    ///
    /// - Parameters:
    ///   - statics: The template's unchanging pieces; one object per template, since its identity is the fingerprint.
    ///   - dynamics: What stands between them, one fewer than there are pieces.
    public init(statics: Statics, dynamics: some Collection<Dynamic>) {
        precondition(statics.pieces.count == dynamics.count + 1, "a template has one piece more than it has dynamics")
        parts = ContiguousArray(dynamics.map { Part(before: .empty, dynamic: $0) })
        tail = .empty
        compiled = statics
    }

    /// Makes a node from a compiled template, one part for each of its dynamics.
    init(statics: Statics, parts: ContiguousArray<Part>) {
        self.parts = parts
        tail = .empty
        compiled = statics
    }

    /// Makes a node of HTML that the program does not know as a literal.
    public init(html: String) {
        parts = [Part(before: .empty, dynamic: .html(html))]
        tail = .empty
        compiled = nil
    }

    /// A node without content.
    public static var empty: Rendered { "" }

    /// The changing places in order.
    public var dynamics: some Collection<Dynamic> { parts.lazy.map(\.dynamic) }

    /// Whether both are the very same value in memory, as a row that was taken over is.
    func isIdentical(to other: Rendered) -> Bool {
        parts.withUnsafeBufferPointer { left in
            other.parts.withUnsafeBufferPointer { right in
                !left.isEmpty && left.baseAddress == right.baseAddress && left.count == right.count
            }
        } && tail == other.tail && compiled === other.compiled
    }

    /// Whether both come from the same template, so that one updates the other.
    func hasSameStatics(as other: Rendered) -> Bool {
        guard compiled === other.compiled, parts.count == other.parts.count, tail == other.tail else { return false }
        for index in parts.indices where parts[index].before != other.parts[index].before { return false }
        return true
    }
}

extension Rendered {
    /// The whole as HTML.
    public var html: String {
        var html = HTMLBuffer()
        write(to: &html)
        return html.text
    }

    func write(to html: inout HTMLBuffer) {
        if let compiled {
            for index in parts.indices {
                html.append(compiled.pieces[index])
                parts[index].dynamic.write(to: &html)
            }
            html.append(compiled.pieces[parts.count])
        } else {
            for index in parts.indices {
                html.append(parts[index].before.bytes)
                parts[index].dynamic.write(to: &html)
            }
            html.append(tail.bytes)
        }
    }
}
