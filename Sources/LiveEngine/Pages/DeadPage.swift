import LiveProtocol
import Markup

/// The views of a page as they are before a client joins them: each is mounted and rendered in a session of its own, which
/// starts nothing and is thrown away (WhyItIsSo.md, "Rendered twice").
final class DeadPage {
    /// How many views may be placed within one another.
    private static let depthLimit = 16

    private let services: SessionServices
    private let params: Params
    private let group: GroupRules
    let sessionValues: SessionValues
    private var depth = 0
    private var viewCount = 0
    /// Where a view sends the page; nothing of it counts then.
    private(set) var exit: SessionExit?

    /// - Parameters:
    ///   - match: The route that leads to the page.
    ///   - sessionValues: What is known of the visitor.
    init(_ match: Routes.Match, services: SessionServices, sessionValues: SessionValues = [:]) {
        self.sessionValues = sessionValues
        self.services = services
        params = match.params
        group = match.route.group
    }

    /// Renders the view at the page's address.
    ///
    /// - Parameter container: The id of the element that it is to be in.
    /// - Returns: What is in the element, and the page's title if the view has set one.
    /// - Throws: What keeps the view from being shown.
    func render(
        _ route: Route, in container: String, flash: Flash
    ) throws -> (html: String, title: String?) {
        let place = place(container, route.viewType, .main)
        let session = LiveSession.make(route.makeView(), at: place)
        return (try content(of: session, flash: flash), session.state.title)
    }

    /// Renders a view that is placed in another one's page, or in the layout; one that fails is empty, as its session has
    /// told, and may still be joined.
    ///
    /// - Parameter parent: The session in whose page it is; none for one in the layout.
    func render(_ view: NestedView, in parent: LiveSession?) -> String {
        guard exit == nil, depth < Self.depthLimit, viewCount < services.limits.views else { return "" }
        depth += 1
        defer { depth -= 1 }
        let place = place(view.id, view.viewType, view.isSticky ? .sticky : .nested, placer: parent)
        return (try? content(of: LiveSession.make(view.view, at: place), flash: Flash())) ?? ""
    }

    private func content(of session: LiveSession, flash: Flash) throws -> String {
        viewCount += 1
        switch try session.render(params, flash: flash) {
        case .left(let exit, _): self.exit = exit
        case .changed: break
        }
        guard exit == nil, let tree = session.tree else { return "" }
        return tree.html(on: DeadView(session, on: self))
    }

    private func place(
        _ container: String, _ viewType: ObjectIdentifier, _ role: SessionPlace.Role, placer: LiveSession? = nil
    ) -> SessionPlace {
        SessionPlace(
            services: services, topic: PageTokens.topic(of: container), joinReference: nil, viewType: viewType,
            outlet: self, group: group, role: role, placer: placer, isConnected: false)
    }
}

extension DeadPage: SessionOutlet {
    var inbox: Inbox { .closed }

    func deliver(_ message: ServerMessage, from place: SessionPlace) {}
    func push(_ message: ServerMessage, to topic: String, joinReference: Int?) {}
    func openLetters() {}
    func session(of topic: String) -> LiveSession? { nil }
    func sessionEnded(_ session: LiveSession) {}
}

/// One view of a page while its HTML is written.
private final class DeadView: WrittenView {
    private let session: LiveSession
    private let page: DeadPage

    init(_ session: LiveSession, on page: DeadPage) {
        self.session = session
        self.page = page
    }

    func tree(ofComponent cid: Int) -> Rendered? { session.components?.tree(of: cid) }

    /// The element has no token: a view is joined when the one that places it has been, by the token that it gives then. A
    /// sticky one would be joined at once by what looked like its container.
    func html(of view: NestedView) -> String {
        let content = page.render(view, in: session)
        return view.isSticky
            ? view.html(session: nil, parent: nil, content)
            : view.html(session: "", parent: session.place.id, content)
    }
}
