import LiveProtocol

/// A compiled template.
final class Template: Sendable {
    let source: TemplateSource
    let body: TemplateBody
    /// How many values its loops and scopes keep at a time.
    let slotCount: Int
    /// How deep its statements and expressions are nested.
    let nesting: Int
    let blocks: [String: BlockDefinition]

    init(source: TemplateSource, body: TemplateBody, slotCount: Int, nesting: Int, blocks: [String: BlockDefinition]) {
        self.source = source
        self.body = body
        self.slotCount = slotCount
        self.nesting = nesting
        self.blocks = blocks
    }

    /// Compiles a template.
    convenience init(source: TemplateSource) throws(TemplateError) {
        do {
            var parser = TemplateParser(source: source, tokens: try TemplateLexer.tokens(of: source))
            let function = try parser.parseTemplate()
            self.init(
                source: source, body: function.body, slotCount: function.slotCount, nesting: function.nesting,
                blocks: parser.blocks)
        } catch {
            throw error.placed(in: source)
        }
    }

    /// Renders the template, and what it extends, with a context of its own.
    ///
    /// - Parameter offset: Where the template that asks for this one does so, for the error of nesting too deep.
    func render(in context: RenderContext, escapes: Bool = true, at offset: Int = 0) throws(TemplateError) -> Rendered {
        context.templates.append(self)
        return try context.run.nested(nesting, at: offset) { () throws(TemplateError) in
            try renderBody(in: context, escapes: escapes)
        }
    }

    private func renderBody(in context: RenderContext, escapes: Bool) throws(TemplateError) -> Rendered {
        var frame = TemplateFrame(template: self, context: context, slots: Array(repeating: nil, count: slotCount))
        frame.escapes = escapes
        do {
            let own = try body.render(&frame)
            guard let parent = frame.parent else { return own }
            let base = try renderParent(parent, in: context, escapes: escapes, at: frame.parentOffset)
            return own.html.isEmpty ? base : Rendered(statics: Template.pair, parts: RenderedParts(nodes: [own, base]))
        } catch {
            throw error.placed(in: source)
        }
    }

    private func renderParent(
        _ parent: Template, in context: RenderContext, escapes: Bool, at offset: Int
    ) throws(TemplateError) -> Rendered {
        do {
            return try parent.render(in: context, escapes: escapes, at: offset)
        } catch {
            throw error.reached(from: source, at: offset)
        }
    }

    /// What stands before `{% extends %}`, and the extended template.
    private static let pair = Statics(["", "", ""])
}
