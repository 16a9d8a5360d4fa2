/// An object of a template that can be called, or has methods: a macro, a loop, a block.
class CallableObject: ValueHolder, TemplateObject {
    /// What it is called in messages.
    var typeName: String { "an object" }
    var isCallable: Bool { true }
    /// What it prints; nil when it cannot be printed.
    var text: String? { nil }

    func member(_ name: String) -> TemplateValue? { nil }

    /// Calls the object itself.
    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        throw TemplateError(.notCallable(typeName), at: offset)
    }

    /// Calls a method of the object; nil when it has none of this name.
    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        nil
    }
}

/// What a call gives: a value, or nothing but what it left at the next place of the output.
enum CallResult {
    case value(TemplateValue)
    case written
}

/// The values that something is called with.
struct Arguments {
    let run: TemplateRun
    var positional: [TemplateValue] = []
    var named: [(name: String, value: TemplateValue)] = []
    /// The body of a `{% call %}`.
    var caller: CallableObject?
}
