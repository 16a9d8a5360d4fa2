import HTMLTree

/// Makes expectations of checked values.
enum ExpectationReader {
    static func expectation(_ value: Located) -> Expectation? {
        if let text = value.text { return Expectation([.text(text)]) }
        var conditions = value.entries.flatMap(conditions)
        if let target = value["target"].flatMap(TargetReader.target) {
            if let count = value["count"]?.integer { conditions.append(.count(target, count)) }
            let checks = value.entries.flatMap(checks)
            if value["count"] == nil || !checks.isEmpty { conditions.append(.target(target, checks)) }
        }
        guard !conditions.isEmpty else { return nil }
        return Expectation(
            conditions, row: value["row"]?.integer,
            within: value["within"]?.text.flatMap(ScenarioTexts.duration) ?? .seconds(1),
            holds: value["for"]?.text.flatMap(ScenarioTexts.duration) ?? .zero,
            isSoft: value["soft"]?.boolean ?? false)
    }

    private static func conditions(_ entry: Located.Entry) -> [Expectation.Condition] {
        let value = entry.value
        switch entry.key {
        case "text": return value.elements.compactMap(\.text).map { .text($0) }
        case "matches":
            return value.elements.compactMap(\.text).compactMap { try? TextPattern($0) }.map { .matches($0) }
        case "absent":
            if let text = value.text { return [.absentText(text)] }
            return TargetReader.target(value).map { [.absentTarget($0)] } ?? []
        case "flash":
            return value.entries.map { .flash(key: $0.key, text: $0.value.isNull ? nil : $0.value.text) }
        case "path": return value.text.map { [.path($0)] } ?? []
        case "title": return value.text.map { [.title($0)] } ?? []
        case "cursor":
            let cell = value.elements.compactMap(\.integer)
            return cell.count == 2 ? [.cursor(column: cell[0], row: cell[1])] : []
        case "pushed":
            let payload = value["payload"].map(JSONGrammar.value)
            return value["event"]?.text.map { [.pushed(event: $0, payload: payload)] } ?? []
        case "refused": return value.elements.compactMap(\.text).map { .refused($0) }
        case _: return []
        }
    }

    private static func checks(_ entry: Located.Entry) -> [Expectation.TargetCheck] {
        switch entry.key {
        case "value": entry.value.text.map { [.value($0)] } ?? []
        case "error": [.error(entry.value.isNull ? nil : entry.value.text)]
        case "state": entry.value.elements.compactMap(\.text).compactMap(TargetState.init).map { .state($0) }
        case _: []
        }
    }
}
