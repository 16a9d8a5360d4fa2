import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Coverage of bindings")
struct BindingCoverageTests {
    private final class Ear: ClientHook {
        func mounted(_ context: HookContext) { context.listen(to: .click) {} }
    }
    private final class Mute: ClientHook {}

    private func page(_ html: String) throws -> (page: LivePage, coverage: BindingCoverage) {
        let coverage = BindingCoverage()
        let page = try LivePage(tree: LivePage.tree(html)) {
            $0.settings.hooks = ["Ear": { Ear() }, "Mute": { Mute() }]
            $0.coverage = coverage
        }
        coverage.look(at: page.client)
        return (page, coverage)
    }

    /// The bindings as `element attribute=value`, with a plus before those that were used.
    private func words(_ coverage: BindingCoverage) -> Set<String> {
        Set(
            coverage.bindings.map { binding, found in
                let kind =
                    switch binding.kind {
                    case .event(let attribute): attribute
                    case .hook: "hook"
                    case .link(let kind): kind
                    }
                return "\(found.isUsed ? "+" : "-")\(binding.element) \(kind)=\(binding.value)"
            })
    }

    private func node(_ id: String, _ page: LivePage) throws -> NodeID {
        try #require(page.client.document.element(withID: id))
    }

    @Test func `A binding is one for all elements that have it, and used when one of them was`() throws {
        let rows = (1...100).map { "<button id=\"b\($0)\" phx-click=\"delete\" phx-value-id=\"\($0)\">x</button>" }
        let (page, coverage) = try page(rows.joined() + #"<a id="k" phx-click="keep">Keep</a>"#)
        #expect(words(coverage) == ["-button phx-click=delete", "-a phx-click=keep"])
        page.client.click(try node("b57", page))
        #expect(words(coverage) == ["+button phx-click=delete", "-a phx-click=keep"])
        #expect(coverage.bindings.values.map(\.example).sorted() == ["Keep", "x"])
    }

    @Test func `Each attribute counts for the event that it binds`() throws {
        let html = """
            <div phx-click-away="shut" phx-window-keydown="key" id="d"><button phx-click="go" id="b">Go</button></div>
            <form id="f" phx-change="check" phx-submit="save"><input id="i" name="i" phx-focus="seen" phx-blur="seen">
            <input id="own" name="own" phx-change="mine"></form>
            """
        let (page, coverage) = try page(html)
        page.client.click(try node("b", page))
        page.client.focus(try node("i", page))
        page.client.input("x", into: try node("i", page))
        #expect(
            words(coverage) == [
                "-div phx-click-away=shut", "-div phx-window-keydown=key", "+button phx-click=go",
                "+form phx-change=check", "-form phx-submit=save", "+input phx-focus=seen", "-input phx-blur=seen",
                "-input phx-change=mine",
            ])
        page.client.keyDown("a")
        page.client.submit(try node("f", page))
        page.client.input("y", into: try node("own", page))
        page.client.click(try node("f", page))
        #expect(words(coverage).allSatisfy { $0.hasPrefix("+") }, "\(words(coverage))")
    }

    @Test func `Live links count by where they lead, other links not at all`() throws {
        let html = """
            <a id="l" href="/b?x=1" data-phx-link="patch" data-phx-link-state="push">B</a>
            <a href="/c" data-phx-link="redirect" data-phx-link-state="push">C</a><a href="/d">D</a>
            """
        let (page, coverage) = try page(html)
        page.client.click(try node("l", page))
        #expect(words(coverage) == ["+a patch=/b?x=1", "-a redirect=/c"])
    }

    @Test func `A hook counts when it hears what it listens to, or when there is nothing to hear`() throws {
        let (page, coverage) = try page(
            #"<p id="e" phx-hook="Ear">1</p><p id="m" phx-hook="Mute"></p><i id="n" phx-hook="Nobody"></i>"#)
        #expect(words(coverage) == ["-p hook=Ear", "+p hook=Mute", "-i hook=Nobody"])
        page.client.click(try node("e", page))
        #expect(words(coverage).contains("+p hook=Ear"))
    }

    @Test func `What comes later is looked at, and nothing else`() throws {
        let (page, coverage) = try page("<p>1</p>")
        #expect(coverage.bindings.isEmpty)
        try page.patch(#"<p>2</p><button phx-click="late">Late</button>"#)
        coverage.look(at: page.client)
        #expect(words(coverage) == ["-button phx-click=late"])
        let many = (1...200).map { "<b phx-click=\"e\($0)\"></b>" }.joined()
        try page.patch("<p>3</p>" + many)
        coverage.look(at: page.client)
        #expect(coverage.bindings.count == 201)
    }
}
