/// A view whose page is a template file.
///
/// The rows of a `{% for %}` are told apart by the `id` of their elements, if the first one has any: a row that moves is
/// then the same row, and an update sends the changed, moved and new rows only. Rows without `id` are told apart by their
/// place. Where views are developed, `Engine.reloadTemplates()` shows edited files in pages that are open.
public protocol TemplateView: LiveView {
    static var templates: TemplateLibrary { get }
    /// The template's name in the library.
    static var template: String { get }
}

extension TemplateView {
    public func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        try Self.templates.render(Self.template, context: context, meta: meta)
    }
}
