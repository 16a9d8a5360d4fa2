import Markup

/// A value with members or behaviour of its own: a loop, a namespace, a macro, an imported template.
protocol TemplateObject: AnyObject {
    /// What it is called in messages.
    var typeName: String { get }
    var isCallable: Bool { get }
    /// Itself, if it holds values that a rendering made.
    var holder: ValueHolder? { get }
    /// What it prints; nil when it cannot be printed.
    var text: String? { get }
    /// What it places in the page when it is printed; nil when it prints its text.
    var dynamic: Dynamic? { get }
    func member(_ name: String) -> TemplateValue?
    /// Calls the object itself.
    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult
    /// Calls a method of the object; nil when it has none of this name.
    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult?
}

extension TemplateObject {
    var isCallable: Bool { false }
    var text: String? { nil }
    var dynamic: Dynamic? { nil }

    func member(_ name: String) -> TemplateValue? { nil }

    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        throw TemplateError(.notCallable(typeName), at: offset)
    }

    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        nil
    }
}
