/// A value while a template runs.
enum TemplateValue {
    /// Nothing was found under this name. Its members are undefined too (Jinja2's ChainableUndefined).
    case undefined(String)
    case none
    case bool(Bool)
    case integer(Int)
    case number(Double)
    /// Text, to be escaped when printed.
    case string(String)
    /// HTML, printed as it is.
    case markup(String)
    case list(any TemplateList)
    case map(any TemplateMap)
    case object(any TemplateObject)
}

extension TemplateValue {
    /// Whether it counts as true in a condition (Python's truth).
    var isTrue: Bool {
        switch self {
        case .undefined, .none: false
        case .bool(let value): value
        case .integer(let value): value != 0
        case .number(let value): value != 0
        case .string(let text), .markup(let text): !text.isEmpty
        case .list(let list): list.count > 0
        case .map(let map): map.count > 0
        case .object: true
        }
    }

    var isUndefined: Bool {
        if case .undefined = self { true } else { false }
    }

    var isNone: Bool {
        if case .none = self { true } else { false }
    }

    /// What it is called in messages.
    var typeName: String {
        switch self {
        case .undefined(let name): "undefined \"\(name)\""
        case .none: "none"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string, .markup: "a string"
        case .list(let list): list.isTuple ? "a tuple" : "a list"
        case .map: "a dictionary"
        case .object(let object): object.typeName
        }
    }

    /// The text of a string, whether it is markup or not.
    var string: String? {
        switch self {
        case .string(let text), .markup(let text): text
        case .undefined, .none, .bool, .integer, .number, .list, .map, .object: nil
        }
    }

    var isMarkup: Bool {
        if case .markup = self { true } else { false }
    }

    /// Whether it has a form in HTML of its own, as what is undefined has: none.
    var hasHTML: Bool { isMarkup || isUndefined }

    /// The value of an integer or a boolean.
    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .bool(let value): value ? 1 : 0
        case .undefined, .none, .number, .string, .markup, .list, .map, .object: nil
        }
    }

    /// The value of any number or a boolean.
    var double: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        case .undefined, .none, .string, .markup, .list, .map, .object: nil
        }
    }
}

/// A value that is written in a template.
enum ConstantValue: Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)

    var templateValue: TemplateValue {
        switch self {
        case .none: .none
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let text): .string(text)
        }
    }
}
