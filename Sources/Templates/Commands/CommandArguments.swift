import LiveProtocol
import OrderedCollections

/// Readers for the arguments of commands.
extension BoundArguments {
    /// A selector, or one below or above the element: `{"inner": ".row"}`, `{"closest": "li"}`.
    func target(_ index: Int) throws(TemplateError) -> JSTarget? {
        guard let value = self[index] else { return nil }
        if let selector = value.string { return selector.isEmpty ? nil : .document(selector) }
        if case .map(let map) = value, map.count == 1, let selector = map.value(at: 0).string {
            switch map.key(at: 0).string {
            case "inner": return .inner(selector)
            case "closest": return .closest(selector)
            case "document": return .document(selector)
            default: break
            }
        }
        throw invalid(index, expected: "a selector")
    }

    /// The target of a push: a component's number, or a selector.
    func pushTarget(_ index: Int) throws(TemplateError) -> JSPush.Target? {
        guard let value = self[index] else { return nil }
        if let component = value.integer { return .component(component) }
        guard let selector = value.string else { throw invalid(index, expected: "a selector or a component") }
        return selector.isEmpty ? nil : .selector(selector)
    }

    /// Class names; or a tuple of those during, at the start and at the end.
    func transition(_ index: Int) throws(TemplateError) -> JSTransition? {
        guard let value = self[index] else { return nil }
        if case .list(let list) = value, list.count == 3, list.isTuple || list[0].string == nil {
            return JSTransition(
                during: try classNames(list[0], index), start: try classNames(list[1], index),
                end: try classNames(list[2], index))
        }
        let names = try classNames(value, index)
        return names.isEmpty ? nil : JSTransition(during: names)
    }

    func timing(time: Int, blocking: Int) throws(TemplateError) -> JSTiming {
        JSTiming(time: try integer(time), isBlocking: isTrue(blocking, default: true))
    }

    /// Class names of a text divided by spaces, or of a list.
    func classNames(_ value: TemplateValue?, _ index: Int) throws(TemplateError) -> [String] {
        guard let value else { return [] }
        if let text = value.string { return text.split(separator: " ").map(String.init) }
        guard case .list(let list) = value else { throw invalid(index, expected: "class names") }
        var names: [String] = []
        for element in list.values {
            guard let name = element.string else { throw invalid(index, expected: "class names") }
            names += name.split(separator: " ").map(String.init)
        }
        return names
    }

    /// A text, or a list of texts.
    func texts(_ index: Int) throws(TemplateError) -> [String] {
        guard case .list(let list)? = self[index] else { return [try text(index) ?? ""] }
        var texts: [String] = []
        for element in list.values { texts.append(try element.text(at: offset)) }
        return texts
    }

    /// A dictionary as a JSON object; nil for none or an empty one.
    func object(_ index: Int) throws(TemplateError) -> OrderedDictionary<String, JSONValue>? {
        guard let value = self[index], value.isTrue else { return nil }
        guard case .object(let members) = try value.json(at: offset) else {
            throw invalid(index, expected: "a dictionary")
        }
        return members
    }
}

extension TemplateValue {
    /// The value as JSON.
    func json(at offset: Int) throws(TemplateError) -> JSONValue {
        switch self {
        case .undefined, .none: return .null
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .number(let value): return .number(value)
        case .string(let text), .markup(let text): return .string(text)
        case .list(let list):
            var elements: [JSONValue] = []
            for element in list.values { elements.append(try element.json(at: offset)) }
            return .array(elements)
        case .map(let map):
            var members = OrderedDictionary<String, JSONValue>()
            for index in 0..<map.count {
                members[try map.key(at: index).text(at: offset)] = try map.value(at: index).json(at: offset)
            }
            return .object(members)
        case .object: throw .unsupported("JSON", self, at: offset)
        }
    }
}
