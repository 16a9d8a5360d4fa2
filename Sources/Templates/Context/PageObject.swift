import Markup

/// A thing of the page around a template, as the page describes it: an upload, a view of its own.
package final class PageObject: TemplateObject {
    let typeName: String
    private let placement: (any Placement)?
    private let input: (() -> Rendered)?
    private let members: (String) -> ContextValue?

    /// - Parameters:
    ///   - typeName: What it is called in messages.
    ///   - placement: What printing it places in the page.
    ///   - input: The input through which a form gives it its value, for the filter `live_file_input`.
    ///   - members: Its members by name; nil where there is none.
    package init(
        _ typeName: String, placement: (any Placement)? = nil, input: (() -> Rendered)? = nil,
        members: @escaping (String) -> ContextValue? = { _ in nil }
    ) {
        self.typeName = typeName
        self.placement = placement
        self.input = input
        self.members = members
    }

    var dynamic: Dynamic? { placement.map { .placed($0) } }
    /// The HTML of the input; nil when it has none.
    var inputHTML: String? { input?().html }

    func member(_ name: String) -> TemplateValue? { members(name)?.value }
}

/// What a page knows by name beside the context of its template: `flash`, `uploads`, `meta`.
package protocol PageNames {
    /// The value of a name; nil when the page has none of it.
    func value(of name: String) -> ContextValue?
}
