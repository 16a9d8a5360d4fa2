/// One piece of a template's text.
struct Token: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// HTML between tags, never empty.
        case text(String)
        case statementStart
        case statementEnd
        case outputStart
        case outputEnd
        case name(String)
        case string(String)
        case integer(Int)
        case number(Double)
        case symbol(Symbol)
        case end
    }

    let kind: Kind
    /// Where it starts, in bytes.
    let offset: Int
}

extension Token.Kind {
    /// What it is called in messages.
    var description: String {
        switch self {
        case .text: "text"
        case .statementStart: "\"{%\""
        case .statementEnd: "\"%}\""
        case .outputStart: "\"{{\""
        case .outputEnd: "\"}}\""
        case .name(let name): "\"\(name)\""
        case .string: "a string"
        case .integer, .number: "a number"
        case .symbol(let symbol): "\"\(symbol.rawValue)\""
        case .end: "the end of the template"
        }
    }
}
