/// `cycler(...)`: gives its values one after another, over and over.
final class Cycler: CallableObject {
    private var values: [TemplateValue]
    private var index = 0
    override var typeName: String { "a cycler" }
    override var isCallable: Bool { false }

    /// - Parameter values: At least one.
    init(_ values: [TemplateValue]) { self.values = values }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        values.release(into: &holders)
        values = []
    }

    override func member(_ name: String) -> TemplateValue? { name == "current" ? values[index] : nil }

    override func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        switch name {
        case "next":
            defer { index = (index + 1) % values.count }
            return .value(values[index])
        case "reset":
            index = 0
            return .value(.none)
        default: return nil
        }
    }
}

/// `joiner(separator)`: gives nothing the first time it is called, then its separator.
final class Joiner: CallableObject {
    private var separator: TemplateValue
    private var isUsed = false
    override var typeName: String { "a joiner" }

    init(_ separator: TemplateValue) { self.separator = separator }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        separator.release(into: &holders)
        separator = .none
    }

    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        defer { isUsed = true }
        return .value(isUsed ? separator : .string(""))
    }
}
