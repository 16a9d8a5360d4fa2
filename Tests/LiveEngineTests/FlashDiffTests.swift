import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct FlashDiffTests {
    @Test func `the first message comes with the statics of its markup, later ones without`() throws {
        let page = TestPage(SettingsView())
        let first = try #require(page.submit("save", "name=")?.diff)
        let second = try #require(
            {
                page.click("lv:clear-flash"); return page.submit("save", "name=")?.diff
            }())
        #expect(first.root.dynamics.count == 1)
        guard case .node(let whole)? = first.root.dynamics[0], case .node(let change)? = second.root.dynamics[0] else {
            Issue.record("no list")
            return
        }
        #expect(whole.statics != nil)
        #expect(change.statics == nil)
        #expect(
            change.keyed?.entries[0]
                == .update(
                    NodeDiff(dynamics: [
                        0: .text("error"), 1: .text("error"), 2: .text("Name cannot be blank."),
                    ])))
    }

    @Test func `a dismissed message is sent as a list of none`() {
        let page = TestPage(SettingsView())
        page.submit("save", "name=")
        let diff = page.click("lv:clear-flash")?.diff
        #expect(diff == Diff(root: NodeDiff(dynamics: [0: .node(NodeDiff(keyed: KeyedDiff(count: 0)))])))
    }
}
