/// A block at a level of inheritance, to be rendered by a call: `super()`, `self.name()`.
final class BlockReference: CallableObject {
    private let name: String
    private let level: Int
    private let context: RenderContext
    override var typeName: String { "a block" }

    init(name: String, level: Int, context: RenderContext) {
        self.name = name
        self.level = level
        self.context = context
    }

    override func member(_ name: String) -> TemplateValue? {
        name == "super" ? .object(BlockReference(name: self.name, level: level + 1, context: context)) : nil
    }

    override func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        guard name == "super" else { return nil }
        try BlockDefinition.run(self.name, from: level + 1, in: context, escapes: true, at: offset, to: &output)
        return .written
    }

    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        try BlockDefinition.run(name, from: level, in: context, escapes: frame.escapes, at: offset, to: &output)
        return .written
    }
}

/// `self`: the blocks of the template as methods.
final class SelfReference: TemplateObject {
    private let context: RenderContext
    var typeName: String { "self" }

    init(context: RenderContext) { self.context = context }

    func member(_ name: String) -> TemplateValue? {
        context.block(name) == nil ? nil : .object(BlockReference(name: name, level: 0, context: context))
    }
}
