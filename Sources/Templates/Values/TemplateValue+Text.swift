import Markup

extension TemplateValue {
    /// The value as text: nothing for nil, `true` and `false`, the shortest decimal for numbers.
    ///
    /// - Throws: For collections and objects, which are to be looped over.
    func text(at offset: Int) throws(TemplateError) -> String {
        switch self {
        case .undefined, .none: ""
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): FloatText.shortest(value)
        case .string(let text), .markup(let text): text
        case .list, .map: throw TemplateError(.notPrintable(typeName), at: offset)
        case .object(let object as UnreadableValue):
            throw TemplateError(.unreadableValue(object.reason), at: offset)
        case .object(let object):
            if let text = object.text {
                text
            } else {
                throw TemplateError(.notPrintable(typeName), at: offset)
            }
        }
    }

    /// The value as HTML: escaped unless it is markup.
    func html(at offset: Int) throws(TemplateError) -> String {
        if case .markup(let html) = self { return html }
        return HTMLText.escaped(try text(at: offset))
    }

    /// The value as what stands at a changing place.
    func dynamic(escapes: Bool, at offset: Int) throws(TemplateError) -> Dynamic {
        switch self {
        case .markup(let html): .html(html)
        case .string(let text): escapes ? .text(text) : .html(text)
        case .integer(let value): .html(String(value))
        case .undefined, .none: .empty
        case .bool, .number: .html(try text(at: offset))
        case .object(let object):
            if let dynamic = object.dynamic { dynamic } else { try textual(escapes: escapes, at: offset) }
        case .list, .map: try textual(escapes: escapes, at: offset)
        }
    }

    private func textual(escapes: Bool, at offset: Int) throws(TemplateError) -> Dynamic {
        escapes ? .text(try text(at: offset)) : .html(try text(at: offset))
    }

    /// A text that is markup if the value it was made from was.
    func withText(_ text: String) -> TemplateValue { isMarkup ? .markup(text) : .string(text) }
}
