/// A view whose page is a template file.
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
