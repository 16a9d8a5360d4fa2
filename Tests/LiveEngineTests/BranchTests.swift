import Markup
import Testing

@testable import LiveEngine

@Suite struct BranchTests {
    /// Shows its word within one element or another.
    private struct Branches: LiveView {
        struct Context: LiveContext { var isBold = true }
        enum Event: Decodable, Sendable { case turn }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.isBold.toggle() }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "\(if: context.isBold, "<b>\("word")</b>", else: "<i>\("word")</i>")"
        }
    }

    @Test func `a branch with other markup is sent whole, also what did not change in it`() {
        let page = TestPage(Branches())
        #expect(page.html == "<b>word</b>")
        page.click("turn")
        #expect(page.html == "<i>word</i>")
        page.click("turn")
        #expect(page.html == "<b>word</b>")
    }
}
