/// Writes a step in one line for reports.
enum StepSpelling {
    private static let limit = 120

    static func text(of step: Located) -> String {
        let full =
            switch step.content {
            case .scalar(let text, _): text
            case .list: "[...]"
            case .mapping(let entries): entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ")
            }
        return full.count > limit ? full.prefix(limit - 1) + "…" : full
    }

    private static func flow(_ value: Located) -> String {
        switch value.content {
        case .scalar(let text, let isPlain): isPlain ? text : TargetSpelling.quoted(text)
        case .list(let elements): "[\(elements.map(flow).joined(separator: ", "))]"
        case .mapping(let entries):
            "{ \(entries.map { "\(TargetSpelling.quoted($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
        }
    }
}
