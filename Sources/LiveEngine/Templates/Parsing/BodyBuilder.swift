import LiveProtocol

/// Puts a body together from text, effects and changing places.
struct BodyBuilder {
    private var pieces: [String] = []
    private var piece = ""
    private var steps: [TemplateBody.Step] = []
    private var prefixes: [Int: Statics] = [:]

    mutating func append(_ text: String) { piece += text }
    mutating func append(_ statement: any Statement) { steps.append(.effect(statement)) }

    /// - Parameter mayExtend: Whether an `{% extends %}` within may end the output here.
    mutating func append(_ statement: any DynamicStatement, mayExtend: Bool = false) {
        pieces.append(piece)
        piece = ""
        steps.append(.place(statement))
        if mayExtend { prefixes[pieces.count] = Statics(pieces + [""]) }
    }

    consuming func build() -> TemplateBody {
        TemplateBody(
            statics: Statics(pieces + [piece]), steps: steps, dynamicCount: pieces.count, prefixes: prefixes)
    }
}
