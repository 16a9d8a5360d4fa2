/// The content of a block in one template.
final class BlockDefinition: Sendable {
    let name: String
    let body: TemplateBody
    let slotCount: Int
    let nesting: Int
    let isRequired: Bool

    init(name: String, body: TemplateBody, slotCount: Int, nesting: Int, isRequired: Bool) {
        self.name = name
        self.body = body
        self.slotCount = slotCount
        self.nesting = nesting
        self.isRequired = isRequired
    }

    /// Runs the nearest definition of a block at or above a level of inheritance.
    static func run(
        _ name: String, from level: Int, in context: RenderContext, escapes: Bool, at offset: Int,
        to output: inout TemplateOutput
    ) throws(TemplateError) {
        guard let (block, level) = context.block(name, from: level) else {
            throw TemplateError(level > 0 ? .noParentBlock(name) : .noBlock(name), at: offset)
        }
        guard !block.isRequired else { throw TemplateError(.requiredBlock(name), at: offset) }
        let template = context.templates[level]
        try context.run.enter(block.nesting, at: offset)
        defer { context.run.leave(block.nesting) }
        var frame = TemplateFrame(
            template: template, context: context, slots: Array(repeating: nil, count: block.slotCount),
            block: (name, level))
        frame.escapes = escapes
        do {
            try block.body.run(&frame, to: &output)
        } catch {
            throw error.placed(in: template.source)
        }
    }
}
