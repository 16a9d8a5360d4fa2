import LiveProtocol
import Templates
import Testing

@testable import LiveEngine

@Suite("Nested views in template files")
struct NestedViewTemplateTests {
    struct Yard: TemplateView {
        static let templates = TemplateLibrary(
            sources: ["yard.html": "{% for ship in ships %}<p>{{ ship }}</p>{% endfor %}{{ flagship }}{{ none }}"])
        static let template = "yard.html"

        struct Context: LiveContext {
            var ships = ["ada", "bea"].map { liveView(Ship(name: $0), id: $0) }
            var flagship = liveView(Ship(name: "cid"), id: "cid")
            var none: NestedView?
        }
    }

    @Test("A template places the views in its context by printing them")
    func printed() {
        let page = TestFamily(Yard())
        page.joinAll()
        #expect(["ada", "bea", "cid"].map(page.html) == ["<b>ada/1 0 </b>", "<b>bea/1 0 </b>", "<b>cid/1 0 </b>"])
        #expect(page.html("phx-main").hasPrefix(#"<p><div id="ada" "#))
    }

    @Test("In the inspector they stand as their ids")
    func inspected() {
        #expect(TestFamily(Yard()).inspection("phx-main")?.context["flagship"] == "cid")
    }
}
