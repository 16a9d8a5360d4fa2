/// A nested view in a context, which a template places by printing it: `{{ gauge }}`.
final class NestedViewObject: TemplateObject {
    private let view: NestedView

    init(_ view: NestedView) { self.view = view }

    var typeName: String { "a live view" }
    var dynamic: Dynamic? { .view(view) }
}

extension NestedView: ContextReadable {
    var templateValue: TemplateValue { .object(NestedViewObject(self)) }
}
