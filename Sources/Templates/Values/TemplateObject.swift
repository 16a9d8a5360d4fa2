import Markup

/// A value with members of its own, or one that prints as more than text: a loop, a namespace, a macro, a part of the page.
protocol TemplateObject: AnyObject {
    /// What it is called in messages.
    var typeName: String { get }
    /// Itself, if it holds values that a rendering made.
    var holder: ValueHolder? { get }
    /// What it prints; nil when it cannot be printed.
    var text: String? { get }
    /// What it places in the page when it is printed; nil when it prints its text.
    var dynamic: Dynamic? { get }
    func member(_ name: String) -> TemplateValue?
}

extension TemplateObject {
    var text: String? { nil }
    var dynamic: Dynamic? { nil }
    func member(_ name: String) -> TemplateValue? { nil }
}

/// A value of the context whose `encode(to:)` threw; using it is an error.
final class UnreadableValue: TemplateObject {
    let reason: String
    var typeName: String { "an unreadable value" }

    init(reason: String) { self.reason = reason }
}
