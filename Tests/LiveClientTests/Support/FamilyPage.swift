import LiveProtocol

@testable import LiveClient

/// A page with views in one another, each joined with the HTML that stands here for its id.
final class FamilyPage {
    let page: LivePage
    /// The HTML of each view; one that has none cannot be joined.
    var contents: [String: String]
    /// What the joins were answered for, by the view's id.
    private(set) var joins: [(id: String, request: JoinRequest)] = []

    /// - Parameter contents: The HTML by the views' ids; `v1` is the main one.
    init(_ contents: [String: String]) throws {
        self.contents = contents
        page = try LivePage("")
        let answer = page.host.answer
        page.host.answer = { [weak self] frame in
            guard let self, case .join(let request) = frame.message else { return answer(frame) }
            let id = String(frame.topic.dropFirst("lv:".count))
            joins.append((id, request))
            guard let html = self.contents[id], let tree = try? Diff(parsing: LivePage.tree(html)) else {
                return .refused(.crashed(reason: "nothing there"))
            }
            return .joined(JoinReply(rendered: tree))
        }
        page.client.open("/a")
        page.client.settle()
        joins = []
    }

    /// The container of a nested view.
    static func container(_ id: String, in parent: String, _ content: String = "") -> String {
        #"<div id="\#(id)" data-phx-session="C" data-phx-static="" data-phx-parent-id="\#(parent)">\#(content)</div>"#
    }

    /// The session of a view crashes; time passes until it is joined again.
    func crash(_ id: String) {
        page.transport.push(.error, topic: "lv:\(id)")
        page.client.settle()
        page.advance(by: 1_000)
    }

    /// The ids of the views that were joined since the last look.
    func joined() -> [String] {
        defer { joins = [] }
        return joins.map(\.id)
    }
}
