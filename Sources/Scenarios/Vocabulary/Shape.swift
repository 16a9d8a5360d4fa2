/// The shapes that values in a scenario file can have. From them come the checks, the JSON schema and the explanations.
indirect enum Shape: Sendable {
    case text
    /// A text that is not empty.
    case someText
    /// A text that is done character by character, of at most so many.
    case longText(limit: Int)
    case textOrNull
    /// One of some words.
    case word([String])
    case integer(ClosedRange<Int>)
    case boolean
    /// `80x24`
    case size
    /// `1.5s`
    case duration
    /// `2026-01-01T00:00:00Z`
    case moment
    /// `ctrl+k`, `g g`
    case keys
    /// A CSS selector.
    case selector
    case regularExpression
    /// Any value, as JSON has them.
    case json
    case list(Shape, count: Int?)
    /// One value, or a list of them.
    case oneOrMore(Shape)
    /// A mapping whose keys are free.
    case dictionary(Shape)
    /// A mapping whose keys are known.
    case options(Options)
    /// A short form, or a mapping.
    case short(Shape, Options)
    /// What an element is found by, in its short form or as a mapping.
    case target
    /// The steps of a group.
    case steps

    /// A mapping whose keys are known.
    struct Options: Sendable {
        /// What the mapping is called in messages, as "a target".
        var name: String
        var entries: [Option]
        /// Keys of which exactly one has to stand; none are asked for when empty.
        var choice: [String] = []
        /// Whether one of `choice` must be there at all.
        var needsChoice = true
        /// Keys of which at least one has to stand; none are asked for when empty.
        var oneOf: [String] = []
        /// Keys that mean something only beside another.
        var companions: [String: String] = [:]

        subscript(key: String) -> Option? { entries.first { $0.name == key } }
    }

    struct Option: Sendable {
        var name: String
        var shape: Shape
        var about: String
        var isRequired = false
    }

    /// The shape in words, as "a size such as 80x24".
    var expectation: String {
        switch self {
        case .text, .someText, .longText: "a text"
        case .textOrNull: "a text or null"
        case .word(let words): "one of \(words.joined(separator: ", "))"
        case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true or false"
        case .size: "a size such as 80x24"
        case .duration: "a duration such as 300ms, 1.5s or 2m"
        case .moment: "a moment such as 2026-01-01T00:00:00Z"
        case .keys: "keys such as ctrl+k or tab tab enter"
        case .selector: "a CSS selector"
        case .regularExpression: "a regular expression"
        case .json: "a value"
        case .list(let element, let count?): "a list of \(count), each \(element.expectation)"
        case .list(.json, nil): "a list"
        case .dictionary(.json): "a mapping"
        case .list(.dictionary, nil): "a list of mappings"
        case .dictionary(.list): "a mapping of lists"
        case .list(let element, nil): "a list, each \(element.expectation)"
        case .oneOrMore(let element): "\(element.expectation), or a list of such"
        case .dictionary(let value): "a mapping, each value \(value.expectation)"
        case .options(let options): "a mapping (\(options.name))"
        case .short(let short, let options): "\(short.expectation), or a mapping (\(options.name))"
        case .target: "a text, or a mapping (a target)"
        case .steps: "a list of steps"
        }
    }
}
