import Markup
import Templates

/// A view whose page is a template file.
///
/// The rows of a `{% for %}` are told apart by the `id` of their elements, if the first one has any: a row that moves is
/// then the same row, and an update sends the changed, moved and new rows only. Rows without `id` are told apart by their
/// place. Where views are developed, `Engine.reloadTemplates()` shows edited files in pages that are open.
public protocol TemplateView: LiveView {
    /// The library that has the template.
    static var templates: TemplateLibrary { get }
    /// The template's name in the library.
    static var template: String { get }
}

extension TemplateView {
    /// Renders the template with the context, and with `flash`, `uploads` and `meta` of the page.
    public func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        try Self.templates.render(Self.template, context: context, meta: meta)
    }
}

extension TemplateLibrary {
    /// Renders a template as a tree, as live views do.
    ///
    /// - Parameters:
    ///   - context: Whose members the template sees by name; only those that it reads are encoded.
    ///   - meta: What a page shows beside its context: `flash`, `uploads` and `meta`.
    /// - Throws: `TemplateError` with the place and what is wrong.
    public func render(_ name: String, context: some Encodable, meta: Meta) throws(TemplateError) -> Rendered {
        try render(name, context: context, page: meta)
    }

    /// Renders a template to HTML alone, which costs less than a tree.
    ///
    /// - Parameters:
    ///   - context: Whose members the template sees by name; only those that it reads are encoded.
    ///   - meta: What a page shows beside its context: `flash`, `uploads` and `meta`.
    /// - Throws: `TemplateError` with the place and what is wrong.
    public func html(_ name: String, context: some Encodable, meta: Meta) throws(TemplateError) -> String {
        try html(name, context: context, page: meta)
    }
}
