import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("A page that was loaded with what its view's first join brings")
struct PageAdoptionTests {
    private static let tree = """
        {"s":["<p id=\\"a\\" class=\\"","\\">Count: ","!</p>","<ul>","</ul>"],\
        "0":"big","1":"5","2":"","3":{"s":["<li>","</li>"],"k":{"0":{"0":"x"},"1":{"0":"y"},"kc":2}}}
        """
    private static let html = #"<p id="a" class="big">Count: 5!</p><ul><li>x</li><li>y</li></ul>"#

    private func page(showing html: String) throws -> LivePage { try LivePage(tree: Self.tree, before: html) }

    @Test("is tied to the tree as it is, and changes with it")
    func adopts() throws {
        let page = try page(showing: Self.html)
        #expect(page.client.page.patched.counts.adoptions == 1)
        #expect(page.html == Self.html)
        try page.push(#"{"0":"small","1":"6","3":{"k":{"0":1,"1":{"0":"z"},"kc":2}}}"#)
        #expect(page.html == #"<p id="a" class="small">Count: 6!</p><ul><li>y</li><li>z</li></ul>"#)
        #expect(page.client.page.patched.counts.views == 0)
        #expect(page.client.diagnostics.isEmpty)
    }

    @Test(
        "is patched where it shows something else",
        arguments: [
            "", #"<p id="a" class="big">Count: 5!</p>"#,
            #"<p id="a" class="big">Count: 4!</p><ul><li>x</li><li>y</li></ul>"#,
            #"<p id="a" class="big">Count: 5!?</p><ul><li>x</li><li>y</li></ul>"#,
            #"<p id="a">Count: 5!</p><ul><li>x</li><li>y</li></ul>"#,
            #"<p id="a" class="big">Count: <b>5</b>!</p><ul><li>x</li><li>y</li></ul>"#,
            #"<p id="a" class="big">Count: 5!</p><ul><li>x</li><li>y</li><li>z</li></ul>"#,
            #"<p id="a" class="big">Count: 5!</p><ul><li>x</li><li>y</li></ul><p>more</p>"#,
            #"<p id="a" class="big">Count: 5!</p><ul><li>x</li> <li>y</li></ul>"#,
        ])
    func patches(html: String) throws {
        let page = try page(showing: html)
        #expect(page.client.page.patched.counts.adoptions == 0)
        #expect(page.html == Self.html)
        try page.push(#"{"1":"6"}"#)
        #expect(try page.text("#a") == "Count: 6!")
        #expect(page.client.diagnostics.isEmpty)
    }

    @Test("gives its hooks and commands their life, and its roots their names")
    func lives() throws {
        let html = #"<i id="h" phx-hook="Note" phx-mounted='[["add_class",{"names":["here"]}]]'>text</i>"#
        let statics = JSONValue.array([.string(html)]).json
        var mounted = 0
        let page = try LivePage(tree: #"{"0":{"s":\#(statics),"r":1},"s":["",""]}"#, before: html) {
            $0.settings.hooks["Note"] = { Note { mounted += 1 } }
        }
        #expect(page.client.page.patched.counts.adoptions == 1)
        #expect(mounted == 1)
        #expect(try page.classes("#h") == ["here"])
        #expect(try page.attribute("data-phx-id", "#h") == "m1-v1")
    }

    @Test("is patched where rules of patches hold for a part of it")
    func rules() throws {
        let html = #"<ul id="s" phx-update="stream"></ul>"#
        let page = try LivePage(tree: #"{"s":\#(JSONValue.array([.string(html)]).json)}"#, before: html)
        #expect(page.client.page.patched.counts.adoptions == 0)
        #expect(page.html == html)
    }

    private final class Note: ClientHook {
        let onMount: () -> Void

        init(onMount: @escaping () -> Void) { self.onMount = onMount }

        func mounted(_ context: HookContext) { onMount() }
    }
}
