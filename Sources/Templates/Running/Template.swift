import LiveProtocol
import Markup
import Synchronization

/// A compiled template.
final class Template: Sendable {
    let source: TemplateSource
    let body: TemplateBody
    /// How many values its loops and scopes keep at a time.
    let slotCount: Int
    /// How deep its statements and expressions are nested.
    let nesting: Int
    let blocks: [String: BlockDefinition]
    /// Whether it may change lists or dictionaries.
    let changesCollections: Bool
    /// How many bytes its HTML needed room for when it was last rendered.
    let htmlCapacity = Atomic(0)

    init(
        source: TemplateSource, body: TemplateBody, slotCount: Int, nesting: Int, blocks: [String: BlockDefinition],
        changesCollections: Bool
    ) {
        self.source = source
        self.body = body
        self.slotCount = slotCount
        self.nesting = nesting
        self.blocks = blocks
        self.changesCollections = changesCollections
    }

    /// Runs the template, and what it extends, with a context of its own.
    ///
    /// - Parameter offset: Where the template that asks for this one does so, for the error of nesting too deep.
    func run(
        in context: RenderContext, escapes: Bool = true, at offset: Int = 0, to output: inout TemplateOutput
    ) throws(TemplateError) {
        if changesCollections { context.run.changesCollections = true }
        if !blocks.isEmpty { context.templates.append(self) }
        try context.run.enter(nesting, at: offset)
        defer { context.run.leave(nesting) }
        var frame = TemplateFrame(template: self, context: context, slots: Array(repeating: nil, count: slotCount))
        frame.escapes = escapes
        do {
            let own = try body.node(&frame, to: &output)
            guard let parent = frame.parent else {
                if let own { output.append(.node(own)) }
                return
            }
            guard let own, !own.html.isEmpty else {
                return try runParent(parent, in: context, escapes: escapes, at: frame.parentOffset, to: &output)
            }
            let outer = output.beginNode(places: 2)
            output.append(.node(own))
            try runParent(parent, in: context, escapes: escapes, at: frame.parentOffset, to: &output)
            output.append(.node(Rendered(statics: Template.pair, parts: output.endNode(within: outer))))
        } catch {
            throw error.placed(in: source)
        }
    }

    private func runParent(
        _ parent: Template, in context: RenderContext, escapes: Bool, at offset: Int, to output: inout TemplateOutput
    ) throws(TemplateError) {
        do {
            try parent.run(in: context, escapes: escapes, at: offset, to: &output)
        } catch {
            throw error.reached(from: source, at: offset)
        }
    }

    /// What stands before `{% extends %}`, and the extended template.
    private static let pair = Statics(["", "", ""])
}
