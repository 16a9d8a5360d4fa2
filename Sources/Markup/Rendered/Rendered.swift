import LiveProtocol

/// What a view renders: unchanging pieces of HTML with changing places between them.
///
/// It is written as a string with interpolations, whose literal parts are the statics:
/// `"<p>Hello \(name)</p>"`. Text is escaped; see `Interpolation` for all that can stand in `\( )`. Two values from the
/// same literal have the same statics, and an update of one by the other sends their changed places only.
public struct Rendered: ExpressibleByStringInterpolation {
    /// A changing place and the unchanging piece before it.
    package struct Part {
        @usableFromInline let before: StaticPiece
        package var dynamic: Dynamic

        /// Makes a place of a compiled template, whose pieces are apart.
        @inlinable
        @inline(__always)
        package init(_ dynamic: Dynamic) { self.init(before: .empty, dynamic: dynamic) }

        @inlinable
        @inline(__always)
        init(before: StaticPiece, dynamic: Dynamic) {
            self.before = before
            self.dynamic = dynamic
        }
    }

    package var parts: ContiguousArray<Part>
    /// The piece after the last changing place.
    let tail: StaticPiece
    /// The statics of a compiled template, in place of those of a literal.
    let compiled: Statics?

    /// Makes a node without changing places.
    public init(stringLiteral literal: StaticString) {
        self.init(stringInterpolation: Interpolation(literal: literal))
    }

    /// Makes a node of a literal's pieces and what stands between them.
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
    package init(statics: Statics, dynamics: some Collection<Dynamic>) {
        precondition(statics.pieces.count == dynamics.count + 1, "a template has one piece more than it has dynamics")
        parts = ContiguousArray(dynamics.map { Part($0) })
        tail = .empty
        compiled = statics
    }

    /// Makes a node from a compiled template, one part for each of its dynamics.
    package init(statics: Statics, parts: ContiguousArray<Part>) {
        self.parts = parts
        tail = .empty
        compiled = statics
    }

    /// Makes a node of HTML that the program does not know as a literal.
    public init(html: String) {
        parts = [Part(.html(html))]
        tail = .empty
        compiled = nil
    }

    /// A node without content.
    public static var empty: Rendered { "" }

    /// Whether both are the very same value in memory, as a row that was taken over is.
    func isIdentical(to other: Rendered) -> Bool {
        parts.withUnsafeBufferPointer { left in
            other.parts.withUnsafeBufferPointer { right in
                !left.isEmpty && left.baseAddress == right.baseAddress && left.count == right.count
            }
        } && tail == other.tail && compiled === other.compiled
    }

    /// Whether both come from the same template, so that one updates the other.
    package func hasSameStatics(as other: Rendered) -> Bool {
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

    /// The whole as HTML, with the parts that are placed in it.
    ///
    /// - Parameter owner: What knows the placed parts.
    package func html(on owner: AnyObject) -> String {
        var html = HTMLBuffer()
        html.owner = owner
        write(to: &html)
        return html.text
    }

    /// Adds the whole as HTML.
    package func write(to html: inout HTMLBuffer) {
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

extension Rendered {
    /// The whole as a tree of statics and dynamics, as a client gets it when it joins (TheWire.md, "Nodes").
    package var tree: NodeDiff {
        var writer = DiffWriter(statics: StaticsTable())
        return writer.whole(self)
    }

    /// What a client that has another tree must be told so that it has this one; nil when nothing changed.
    ///
    /// - Parameter old: A tree whose own diff, or whole, was given before.
    package func changes(since old: Rendered) -> NodeDiff? {
        var writer = DiffWriter(statics: StaticsTable())
        return writer.changes(from: old, to: self)
    }
}

extension Rendered {
    /// Whether the statics begin with the tag of an element, after white space and comments.
    package var beginsWithElement: Bool {
        if let compiled { return Self.beginsWithElement(Array((compiled.pieces.first ?? "").utf8)[...]) }
        return Self.beginsWithElement((parts.first?.before ?? tail).bytes[...])
    }

    private static func beginsWithElement<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bool
    where Bytes.SubSequence == Bytes {
        var rest = bytes
        while true {
            rest = rest.drop { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
            guard rest.starts(with: "<!--".utf8) else { break }
            rest = rest.dropFirst(4)
            while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
            rest = rest.dropFirst(3)
        }
        guard rest.first == UInt8(ascii: "<"), let letter = rest.dropFirst().first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20)
    }
}
