import HTMLTree
import LiveClient
import Testing

@testable import Simulator

@Suite struct BannerTests {
    @Test(
        arguments: [
            ("lv:clear-flash", true, nil),
            (
                ##"[["push",{"event":"lv:clear-flash","value":{"key":"info"}}],["hide",{"to":"#flash-info"}]]"##, true,
                "info"
            ),
            (##"[["hide",{"to":"#x"}],["push",{"event":"lv:clear-flash"}]]"##, true, nil),
            (#"[["push",{"event":"say","value":{"text":"lv:clear-flash"}}]]"#, false, nil),
            ("save", false, nil),
            ("[lv:clear-flash", false, nil),
        ] as [(String, Bool, String?)])
    func aBindingClearsFlashOrNot(binding: String, clears: Bool, key: String?) {
        let command = ClearFlash(binding: binding)
        #expect((command != nil) == clears)
        #expect(command?.key == key)
    }

    @Test(arguments: [
        (
            #"<p class="error" phx-click="lv:clear-flash" phx-value-key="error"> Name  cannot be blank. </p>"#,
            "1 error: Name cannot be blank."
        ),
        (
            #"<p phx-click="lv:clear-flash" phx-value-key="a">A</p><p phx-click="lv:clear-flash" phx-value-key="b">B</p>"#,
            "1 a: A / 2 b: B"
        ),
        (#"<p phx-click="lv:clear-flash">All</p>"#, "1 -: All"),
        // A close button in a message speaks for the message.
        (
            #"<div role="alert"><b>Gone</b> <button phx-click="lv:clear-flash" phx-value-key="info">✕</button></div>"#,
            "1 info: Gone"
        ),
        (
            ##"<div id="flash-info" class="x">Hi<a href="#" phx-click="lv:clear-flash" phx-value-key="info">x</a></div>"##,
            "1 info: Hi"
        ),
        // A button elsewhere is a button.
        (#"<button phx-click="lv:clear-flash">Clear all</button>"#, ""),
        // Clickable all over, and a button too: one banner.
        (
            #"<div role="alert" phx-click="lv:clear-flash" phx-value-key="e">E<button phx-click="lv:clear-flash">x</button></div>"#,
            "1 e: Ex"
        ),
        (#"<p hidden phx-click="lv:clear-flash" phx-value-key="a">A</p>"#, ""),
    ])
    func bannersAreFound(html: String, expected: String) {
        let document = Document(parsing: html)
        #expect(Self.list(Self.banners(in: document)) == expected)
    }

    @Test(arguments: [
        (#"<p phx-click="lv:clear-flash" phx-value-key="error">m</p>"#, "─ ✗ error ─"),
        (##"<div phx-click='[["push",{"event":"lv:clear-flash","value":{"key":"info"}}]]'>m</div>"##, "─ i info ─"),
        (#"<p class="alert" phx-click="hide" phx-value-key="saved">m</p>"#, "─ i saved ─"),
        (#"<button phx-click="lv:clear-flash">Clear</button>"#, "[ Clear ]"),
    ])
    func whatClearsFlashIsDrawnAsABanner(html: String, expected: String) {
        #expect(Bench(html).simulator.frame().text.contains(expected))
    }

    @Test func bindingsDecideAboutLooks() throws {
        let bench = Bench(#"<a id="a" phx-click="go">Go</a><p class="phx-no-feedback">Wrong</p>"#)
        let frame = bench.simulator.frame()
        let place = try #require(bench.simulator.rectangles(of: try bench.one("#a")).first).origin
        #expect(frame[place.column, place.row].style.attributes.contains(.underline))
        #expect(!frame.text.contains("Wrong"))
    }

    @Test func elevenBannersHaveTenDigits() {
        let html = (1...11).map { #"<p phx-click="lv:clear-flash" phx-value-key="k\#($0)">t</p>"# }.joined()
        #expect(
            Self.banners(in: Document(parsing: html)).map(\.label) == "1 2 3 4 5 6 7 8 9 0".split(separator: " ").map(
                String.init) + [""])
    }

    @Test func theNewestIsTheOneThatAppearedLast() {
        var ages = BannerAges()
        let page = { (flash: [(String, String)]) in
            Self.banners(
                in: Document(
                    parsing: flash.map { key, text in
                        #"<p phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(text)</p>"#
                    }.joined()))
        }
        var banners = page([("info", "one"), ("error", "two")])
        ages.update(banners)
        #expect(ages.newest(of: banners)?.key == "error")
        // The same key again keeps its place on the page, and is the newest.
        banners = page([("info", "three"), ("error", "two")])
        ages.update(banners)
        #expect(ages.newest(of: banners)?.key == "info")
        banners = page([("error", "two")])
        ages.update(banners)
        #expect(ages.newest(of: banners)?.key == "error")
    }

    @Test func theIndexFollowsChangesOfThePage() throws {
        let document = Document(parsing: #"<main><p id="a" phx-click="lv:clear-flash"></p><ul></ul></main>"#)
        let index = BindingIndex(of: document)
        #expect(document.names(index.elements(.clearFlash)) == "a")
        let list = try document.one("ul")
        let added = document.createElement(
            "li", attributes: [.init(name: "id", value: "b"), .init(name: "phx-click", value: "lv:clear-flash")])
        document.append(added, to: list)
        #expect(document.names(index.elements(.clearFlash)) == "a b")
        let attributes = [Attribute(name: "id", value: "c"), Attribute(name: "phx-click", value: "lv:clear-flash")]
        let item = PreparedNode(added, in: document, attributes: attributes)
        let last = document.append(item, to: list)
        #expect(document.names(index.elements(.clearFlash)) == "a b c")
        document.remove(last)
        document.removeAttribute("phx-click", of: try document.one("#a"))
        document.setAttribute("aria-modal", to: "true", of: list)
        #expect(document.names(index.elements(.clearFlash)) == "b")
        #expect(document.names(index.elements(.modal)) == "ul")
        document.remove(list)
        #expect(!index.hasElements(.clearFlash) && !index.hasElements(.modal))
    }

    private static func banners(in document: Document) -> [Banner] {
        let index = BindingIndex(of: document)
        return BannerFinder(document: document) { !document.isHiddenByMarkup($0) }.banners(
            of: index.elements(.clearFlash))
    }

    private static func list(_ banners: [Banner]) -> String {
        banners.map { "\($0.label) \($0.key ?? "-"): \($0.text)" }.joined(separator: " / ")
    }
}
