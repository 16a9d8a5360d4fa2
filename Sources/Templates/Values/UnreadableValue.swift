/// A value of the context whose `encode(to:)` threw; using it is an error.
final class UnreadableValue: TemplateObject {
    let reason: String
    var typeName: String { "an unreadable value" }

    init(reason: String) { self.reason = reason }
}
