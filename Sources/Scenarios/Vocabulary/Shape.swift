/// The shapes that values in a scenario file can have. From them come the checks, the JSON schema and the explanations.
indirect enum Shape: Sendable {
    case text
    /// A text that is not empty.
    case someText
    /// A text that is known before anything runs, such as a file's name.
    case fixedText
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
    /// `2026-01-01T00:00:00Z`, or `real`
    case clock
    /// `http://127.0.0.1:8000`
    case serverAddress
    /// `http://127.0.0.1:8000/health`
    case serverPage
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
    case mapping(Mapping)
    /// A short form, or a mapping.
    case short(Shape, Mapping)
    /// What an element is found by, in its short form or as a mapping.
    case target
    /// The steps of a group.
    case steps

    /// A mapping whose keys are known.
    struct Mapping: Sendable {
        /// What it is called in messages, as "a target".
        var name: String
        var keys: [Key]
        /// Keys of which exactly one has to stand; none are asked for when empty.
        var choice: [String] = []
        /// Whether one of `choice` must be there at all.
        var needsChoice = true
        /// Keys of which at least one has to stand; none are asked for when empty.
        var atLeastOne: [String] = []

        subscript(name: String) -> Key? { keys.first { $0.name == name } }
    }

    /// A key of a mapping, and what is known of its value.
    struct Key: Sendable {
        var name: String
        var shape: Shape
        /// What it is for, in a sentence.
        var about: String
        var isRequired = false
        /// A key without which this one means nothing.
        var companion: String?
    }

    /// The mapping that a value of this shape, or an element of it, can be.
    var mapping: Mapping? {
        switch self {
        case .mapping(let mapping), .short(_, let mapping): mapping
        case .target: .target
        case .list(let element, _), .oneOrMore(let element), .dictionary(let element): element.mapping
        case .text, .someText, .fixedText, .longText, .textOrNull, .word, .integer, .boolean, .size, .duration, .clock,
            .serverAddress, .serverPage, .keys, .selector, .regularExpression, .json, .steps:
            nil
        }
    }

    /// The keys of that mapping.
    var keys: [Key] { mapping?.keys ?? [] }

    /// The names of the keys under which steps stand.
    var stepKeys: [String] {
        keys.filter { key in
            if case .steps = key.shape { true } else { false }
        }.map(\.name)
    }

    var isTarget: Bool {
        if case .target = self { true } else { false }
    }

    /// Whether a list can have it.
    var takesLists: Bool {
        switch self {
        case .list, .oneOrMore, .steps, .json: true
        case .short(let short, _): short.takesLists
        case .text, .someText, .fixedText, .longText, .textOrNull, .word, .integer, .boolean, .size, .duration, .clock,
            .serverAddress, .serverPage, .keys, .selector, .regularExpression, .dictionary, .mapping, .target:
            false
        }
    }

    /// Whether a text can have it, so that it may be one that is read from the page.
    var takesDeferredTexts: Bool {
        switch self {
        case .text, .someText, .longText, .textOrNull, .word, .integer, .boolean, .size, .duration, .clock,
            .serverAddress, .serverPage, .keys, .selector, .regularExpression, .json, .target:
            true
        case .oneOrMore(let element): element.takesDeferredTexts
        case .short(let short, _): short.takesDeferredTexts
        case .fixedText, .list, .dictionary, .mapping, .steps: false
        }
    }

    /// The shape in words, as "a size such as 80x24".
    var expectation: String {
        switch self {
        case .text, .someText, .fixedText, .longText: "a text"
        case .textOrNull: "a text or null"
        case .word(let words): "one of \(words.joined(separator: ", "))"
        case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true or false"
        case .size: "a size such as 80x24"
        case .duration: "a duration such as 300ms, 1.5s or 2m"
        case .clock: "a moment such as 2026-01-01T00:00:00Z, or real"
        case .serverAddress: "an address such as http://127.0.0.1:8000, without a path"
        case .serverPage: "an address such as http://127.0.0.1:8000/"
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
        case .mapping(let mapping): "a mapping (\(mapping.name))"
        case .short(let short, let mapping): "\(short.expectation), or a mapping (\(mapping.name))"
        case .target: "a text, or a mapping (a target)"
        case .steps: "a list of steps"
        }
    }
}
