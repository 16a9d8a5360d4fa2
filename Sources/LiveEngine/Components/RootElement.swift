/// Where the element of a component begins, since the client writes the component's identity into its tag (CLIENT.md 9.6).
enum RootElement {
    /// Whether a tree begins with the tag of an element in its statics; white space and comments may come before.
    static func begins(_ rendered: Rendered) -> Bool {
        if let compiled = rendered.compiled { return begins(Array((compiled.pieces.first ?? "").utf8)[...]) }
        let first = rendered.parts.first?.before ?? rendered.tail
        return begins(first.bytes[...])
    }

    private static func begins<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bool where Bytes.SubSequence == Bytes {
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
