import LiveProtocol
import Markup

/// A live view at its place in another one's page, where it has a session of its own; made by `liveView`.
public final class NestedView: Sendable {
    let id: String
    let isSticky: Bool
    let container: ViewContainer
    let viewType: ObjectIdentifier
    let makeSession: @Sendable (SessionPlace) -> LiveSession

    fileprivate init(
        id: String, isSticky: Bool, container: ViewContainer, viewType: ObjectIdentifier,
        makeSession: @escaping @Sendable (SessionPlace) -> LiveSession
    ) {
        self.id = id
        self.isSticky = isSticky
        self.container = container
        self.viewType = viewType
        self.makeSession = makeSession
    }

    /// The same view, to stay when the page around it gives way to another that places it as well.
    var sticky: NestedView {
        NestedView(id: id, isSticky: true, container: container, viewType: viewType, makeSession: makeSession)
    }

    /// The element that its client joins.
    ///
    /// - Parameters:
    ///   - session: The token with which it is joined.
    ///   - parent: The id of the container of the view that it is placed in.
    func html(session: String, parent: String?) -> String {
        container.html([
            "id": id, "data-phx-session": session, "data-phx-static": "",
            "data-phx-parent-id": isSticky ? nil : parent, "data-phx-sticky": isSticky ? "" : nil,
        ])
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
        id: id.renderedText, isSticky: isSticky, container: container, viewType: ObjectIdentifier(View.self),
        makeSession: { place in Session(view: view, place: place) })
}

extension NestedView: Encodable {
    /// Writes the id, since contexts may hold what their template files are to place.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id)
    }
}

extension NestedView: Placement {
    package var html: String { html(session: "", parent: nil) }

    package func whole(_ writer: inout DiffWriter) -> DynamicDiff { .text(element(&writer, isNew: true)) }

    package func changes(since old: any Placement, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? NestedView, id == old.id else { return whole(&writer) }
        let element = element(&writer, isNew: false)
        return hasSameElement(as: old) ? nil : .text(element)
    }

    private func element(_ writer: inout DiffWriter, isNew: Bool) -> String {
        guard let session = writer.session else { return html }
        let token = session.nestedTable().place(self, isNew: isNew, by: session.components?.placer ?? 0)
        return html(session: token, parent: session.place.id)
    }
}

extension Rendered.Interpolation {
    /// A live view of its own, made by `liveView`.
    public mutating func appendInterpolation(_ view: NestedView) { append(.placed(view)) }

    /// A live view of its own; nothing for nil.
    public mutating func appendInterpolation(_ view: NestedView?) { append(view.map { .placed($0) } ?? .empty) }
}
