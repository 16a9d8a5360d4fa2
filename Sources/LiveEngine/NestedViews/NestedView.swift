import LiveProtocol
import Markup

/// A live view at its place in another one's page, where it has a session of its own; made by `liveView`.
public final class NestedView: Sendable {
    let id: String
    let isSticky: Bool
    let container: ViewContainer
    let viewType: ObjectIdentifier
    let view: any LiveView

    fileprivate init(
        id: String, isSticky: Bool, container: ViewContainer, viewType: ObjectIdentifier,
        view: any LiveView
    ) {
        self.id = id
        self.isSticky = isSticky
        self.container = container
        self.viewType = viewType
        self.view = view
    }

    /// The same view, to stay when the page around it gives way to another that places it as well.
    var sticky: NestedView {
        NestedView(id: id, isSticky: true, container: container, viewType: viewType, view: view)
    }

    /// The element that its client joins.
    ///
    /// - Parameters:
    ///   - session: The token with which it is joined; nil for an element that is not to be joined. That has no id, so that
    ///     an update takes the container for another element, and puts it in its place.
    ///   - parent: The id of the container of the view that it is placed in.
    ///   - content: What is in it.
    func html(session: String?, parent: String?, _ content: String = "") -> String {
        guard let session else { return container.html([:], content) }
        return container.html(
            [
                "id": id, "data-phx-session": session, "data-phx-static": "",
                "data-phx-parent-id": isSticky ? nil : parent, "data-phx-sticky": isSticky ? "" : nil,
            ], content)
    }

    /// Whether another one's element is the same to look at.
    func hasSameElement(as other: NestedView) -> Bool {
        id == other.id && isSticky == other.isSticky && container == other.container
    }
}

/// Places a live view in the page of another: `\(liveView(GaugeView(name: "Depth"), id: "depth"))`.
///
/// The nested view has a session of its own: context, flash, components, timers and tasks. It starts with the page around
/// it, lives until that page shows it no more, and when it fails the page around it goes on. What it is to know is given
/// to it as its properties; what they are later, when it is rendered again under its id, counts when it is joined anew.
///
/// - Parameters:
///   - view: The view.
///   - id: Of the element that it is in; each occurs once on a page.
///   - isSticky: Whether it stays when the page around it gives way to another that places it as well.
///   - container: The element that it is in.
public func liveView<View: LiveView>(
    _ view: View, id: some TextConvertible, isSticky: Bool = false, container: ViewContainer = .standard
) -> NestedView {
    NestedView(
        id: id.renderedText, isSticky: isSticky, container: container, viewType: ObjectIdentifier(View.self), view: view
    )
}

extension NestedView: Encodable {
    /// Writes the id, since contexts may hold what their template files are to place.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id)
    }
}

extension ViewContainer {
    /// The element.
    ///
    /// - Parameters:
    ///   - own: What makes it a view's container; a value of nil leaves its attribute out.
    ///   - content: What is in it.
    func html(_ own: KeyValuePairs<String, String?>, _ content: String = "") -> String {
        var html = "<\(tag)"
        for (name, value) in own { if let value { Self.write(name, value, to: &html) } }
        for (name, value) in attributes where !own.contains(where: { $0.key == name }) {
            Self.write(name, value, to: &html)
        }
        return html + ">\(content)</\(tag)>"
    }

    private static func write(_ name: String, _ value: String, to html: inout String) {
        html += value.isEmpty ? " \(name)" : " \(name)=\"\(HTMLText.escaped(value))\""
    }
}
