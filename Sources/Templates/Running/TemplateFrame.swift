/// The state of one running template, block or macro.
struct TemplateFrame {
    /// The values of loops, scopes and parameters; nil while a name has none.
    var slots: [TemplateValue?]
    let template: Template
    let context: RenderContext
    /// Whether text is escaped.
    var escapes = true
    /// The block that runs, and its level of inheritance.
    let block: (name: String, level: Int)?
    /// The template that this one extends, once `{% extends %}` ran; from then on output is dropped.
    var parent: Template?
    /// Where `{% extends %}` stands.
    var parentOffset = 0

    init(
        template: Template, context: RenderContext, slots: [TemplateValue?], block: (name: String, level: Int)? = nil
    ) {
        self.template = template
        self.context = context
        self.slots = slots
        self.block = block
    }

    /// Text as the value that a block or a macro gives.
    func markup(_ html: String) -> TemplateValue { escapes ? .markup(html) : .string(html) }

    /// Forgets the values of a scope that starts anew.
    mutating func clear(_ range: Range<Int>) {
        for slot in range { slots[slot] = nil }
    }
}
