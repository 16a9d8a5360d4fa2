import HTMLTree

/// Makes targets of checked values.
enum TargetReader {
    static func target(_ value: Located) -> Target? {
        if let text = value.text { return Target(.short(text)) }
        guard let query = query(value) else { return nil }
        return Target(
            query, named: value["named"]?.text, nth: value["nth"]?.integer, within: value["within"].flatMap(target))
    }

    private static func query(_ value: Located) -> TargetQuery? {
        for entry in value.entries {
            guard let text = entry.value.text else { continue }
            switch entry.key {
            case "label": return .label(text)
            case "role": return .role(text)
            case "text": return .text(text)
            case "name": return .name(text)
            case "flash": return .flash(text)
            case "css": return (try? Selector(text)).map { .css($0) }
            case _: continue
            }
        }
        return nil
    }
}
