import LiveProtocol

/// Puts a body together from text, effects and changing places.
struct BodyBuilder {
    private var pieces: [String] = []
    private var piece = ""
    private var bytes: ContiguousArray<UInt8> = []
    private var steps: [TemplateBody.Step] = []
    private var prefixes: [Int: Statics] = [:]

    mutating func append(_ text: String) { piece += text }

    mutating func append(_ statement: any EffectStatement) {
        let end = bytes.count
        steps.append(.init(piece: end..<end, statement: statement, placeCount: pieces.count))
    }

    /// - Parameter mayExtend: Whether an `{% extends %}` within may end the output here.
    mutating func append(_ statement: any DynamicStatement, mayExtend: Bool = false) {
        pieces.append(piece)
        let start = bytes.count
        bytes += piece.utf8
        steps.append(.init(piece: start..<bytes.count, statement: statement, placeCount: pieces.count))
        piece = ""
        if mayExtend { prefixes[pieces.count] = Statics(pieces + [""]) }
    }

    /// - Parameter offset: Where the tag stands to which the body belongs.
    consuming func build(at offset: Int) -> TemplateBody {
        TemplateBody(
            statics: Statics(pieces + [piece]), pieces: bytes + piece.utf8, steps: steps, placeCount: pieces.count,
            offset: offset, prefixes: prefixes)
    }
}
