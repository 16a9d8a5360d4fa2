import HTMLTree
import LiveProtocol
import OrderedCollections

/// The values that go with an event, by name.
typealias EventValues = OrderedDictionary<String, JSONValue>

extension ClickModifiers {
    /// The modifiers as an event tells them.
    var values: EventValues {
        var result: EventValues = [:]
        if contains(.control) { result["ctrlKey"] = true }
        if contains(.shift) { result["shiftKey"] = true }
        if contains(.alt) { result["altKey"] = true }
        if contains(.meta) { result["metaKey"] = true }
        return result
    }
}

extension Document {
    /// What `phx-value-*` attributes give.
    func boundValues(of node: NodeID) -> EventValues {
        var result: EventValues = [:]
        addBoundValues(of: node, to: &result)
        return result
    }

    /// What an element tells with an event: what the event gives, `phx-value-*`, its own value
    /// (TheClientsRules.md, "The value of an element").
    func eventValues(of node: NodeID, startingWith start: EventValues = [:]) -> EventValues {
        var result = start
        addBoundValues(of: node, to: &result)
        if let value = valueProperty(of: node) {
            result["value"] = value
        } else if controlKind(of: node) == .checkbox || controlKind(of: node) == .radio {
            result["value"] = nil
        }
        return result
    }

    private func addBoundValues(of node: NodeID, to values: inout EventValues) {
        for attribute in attributes(of: node) where attribute.name.hasPrefix(BindingName.valuePrefix) {
            values[String(attribute.name.dropFirst(BindingName.valuePrefix.count))] = .string(attribute.value)
        }
    }

    /// The `value` property of an element; nil where it has none, or where it is a form's or an unticked box's.
    private func valueProperty(of node: NodeID) -> JSONValue? {
        switch name(of: node) {
        case "input":
            switch controlKind(of: node) {
            case .checkbox, .radio: return isChecked(node) ? .string(attribute("value", of: node) ?? "on") : nil
            default: return .string(value(of: node))
            }
        case "button", "textarea", "select", "output": return .string(value(of: node))
        case "option": return .string(optionValue(of: node))
        case "data", "param": return .string(attribute("value", of: node) ?? "")
        case "li": return .integer(attribute("value", of: node).flatMap { Int($0) } ?? 0)
        case "progress", "meter":
            let number = attribute("value", of: node).flatMap { Double($0) } ?? 0
            return number == number.rounded() ? .integer(Int(number)) : .number(number)
        default: return nil
        }
    }
}
