/// An operator or a punctuation mark of an expression.
enum Symbol: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
    case concatenate = "~"
    case pipe = "|"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case assign = "="
    case dot = "."
    case comma = ","
    case colon = ":"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"

    /// The symbol at the start of some bytes, with its length.
    static func read(_ first: UInt8, next: UInt8?) -> (symbol: Symbol, length: Int)? {
        switch (first, next) {
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): (.floorDivide, 2)
        case (UInt8(ascii: "*"), UInt8(ascii: "*")): (.power, 2)
        case (UInt8(ascii: "="), UInt8(ascii: "=")): (.equal, 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.notEqual, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.lessOrEqual, 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.greaterOrEqual, 2)
        default: Symbol(rawValue: String(UnicodeScalar(first))).map { ($0, 1) }
        }
    }

    /// The bracket that closes this one.
    var closing: Symbol? {
        switch self {
        case .leftParenthesis: .rightParenthesis
        case .leftBracket: .rightBracket
        case .leftBrace: .rightBrace
        default: nil
        }
    }

    var isClosing: Bool { self == .rightParenthesis || self == .rightBracket || self == .rightBrace }
}
