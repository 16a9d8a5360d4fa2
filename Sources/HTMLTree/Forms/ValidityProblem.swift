/// Why a browser would refuse to submit a control as it is (WHATWG 4.10.20).
package enum ValidityProblem: Hashable, Sendable {
    /// What a required control lacks.
    package enum Missing: Hashable, Sendable {
        case text, tick, choiceOfGroup, choiceOfList, file
    }

    case missing(Missing)
    /// The text is not of the kind that the field takes.
    case notOfKind(TextInputKind, text: String)
    /// The text does not fit the pattern; `hint` is what the markup says of it.
    case patternMismatch(hint: String?)
    case tooLong(count: Int, limit: Int)
    case tooShort(count: Int, limit: Int)
    case tooSmall(limit: String)
    case tooLarge(limit: String)
    /// The value lies between two allowed ones.
    case stepMismatch(below: String?, above: String?)

    /// The problem in a sentence for the person who fills in the form.
    package var message: String {
        switch self {
        case .missing(.text): "Please fill out this field."
        case .missing(.tick): "Please tick this box if you want to proceed."
        case .missing(.choiceOfGroup): "Please select one of these options."
        case .missing(.choiceOfList): "Please select an item in the list."
        case .missing(.file): "Please select a file."
        case .notOfKind(let kind, let text): "Please enter \(Self.noun(kind)); \"\(text)\" is none."
        case .patternMismatch(let hint): "Please match the requested format\(hint.map { ": \($0)" } ?? ".")"
        case .tooLong(let count, let limit):
            "Please shorten this text to \(limit) characters or less (it has \(count))."
        case .tooShort(let count, let limit):
            "Please lengthen this text to \(limit) characters or more (it has \(count))."
        case .tooSmall(let limit): "Value must be \(limit) or more."
        case .tooLarge(let limit): "Value must be \(limit) or less."
        case .stepMismatch(let below?, let above?): "The two nearest valid values are \(below) and \(above)."
        case .stepMismatch(let below, let above):
            if let nearest = below ?? above {
                "The nearest valid value is \(nearest)."
            } else {
                "Please enter a valid value."
            }
        }
    }

    private static func noun(_ kind: TextInputKind) -> String {
        switch kind {
        case .email: "an email address"
        case .url: "a URL"
        case .number: "a number"
        case .date: "a date such as 2026-01-31"
        case .month: "a month such as 2026-01"
        case .week: "a week such as 2026-W05"
        case .time: "a time such as 09:30"
        case .dateTimeLocal: "a date and time such as 2026-01-31T09:30"
        case .text, .search, .tel, .password: "a text"
        }
    }
}
