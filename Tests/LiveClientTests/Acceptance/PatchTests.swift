import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("H. Patching")
struct PatchTests {
    @Test("83. focused input keeps typed text")
    func focusedInput() throws {
        let page = try LivePage(#"<input id="i" value="a" class="x">"#)
        try page.type("abc", into: "#i")
        try page.patch(#"<input id="i" value="srv" class="y">"#)
        #expect(page.document.value(of: try page.element("#i")) == "abc")
        #expect(try page.classes("#i") == ["y"])
    }

    @Test("84. unfocused input takes the server value")
    func unfocusedInput() throws {
        let page = try LivePage(#"<input id="i" value="a" class="x">"#)
        try page.type("abc", into: "#i")
        page.blur()
        try page.patch(#"<input id="i" value="srv" class="y">"#)
        #expect(page.document.value(of: try page.element("#i")) == "srv")
    }

    @Test("86. focused checkbox follows the server")
    func focusedCheckbox() throws {
        let page = try LivePage(#"<input type="checkbox" id="c"><p>1</p>"#)
        try page.click("#c")
        #expect(page.document.isChecked(try page.element("#c")))
        try page.patch(#"<input type="checkbox" id="c"><p>2</p>"#)
        #expect(!page.document.isChecked(try page.element("#c")))
    }

    @Test("88. ignore keeps content, merges data-*")
    func ignore() throws {
        let page = try LivePage(#"<div id="x" phx-update="ignore" class="a" data-n="1"><b>old</b></div>"#)
        try page.patch(#"<div id="x" phx-update="ignore" class="b" data-n="2" data-m="3"><b>new</b></div>"#)
        #expect(try page.attribute("class", "#x") == "a")
        #expect(try page.text("#x") == "old")
        #expect(try page.attribute("data-n", "#x") == "2")
        #expect(try page.attribute("data-m", "#x") == "3")
        try page.patch(#"<div id="x" phx-update="ignore" class="b" data-n="2"><b>new</b></div>"#)
        #expect(try page.attribute("data-m", "#x") == nil)
    }

    @Test("89. ignored element is still removed")
    func ignoredRemoved() throws {
        let page = try LivePage(#"<div id="x" phx-update="ignore"><b>old</b></div>"#)
        try page.patch("<p></p>")
        #expect(!page.exists("#x"))
    }

    @Test("90. identity by id across moves")
    func moves() throws {
        let page = try LivePage(
            ##"<p id="a">A</p><p id="b">B</p><button phx-click='[["add_class",{"names":["on"],"to":"#a"}]]'></button>"##
        )
        try page.click("button")
        let a = try page.element("#a")
        try page.patch(#"<p id="b">B</p><p id="a">A</p>"#)
        #expect(try page.element("#a") == a)
        #expect(page.html == #"<p id="b">B</p><p id="a" class="on">A</p>"#)
    }

    @Test("91. phx-mounted once per element")
    func mounted() throws {
        let element = { (text: String) in
            #"<div id="m" phx-mounted='[["dispatch",{"event":"here"}],["add_class",{"names":["in"]}]]'>\#(text)</div>"#
        }
        let page = try LivePage(element("1"))
        let runs = {
            page.client.log.count {
                if case .dispatched(let event) = $0.event { event.name == "here" } else { false }
            }
        }
        #expect(runs() == 1)
        #expect(try page.classes("#m") == ["in"])
        try page.patch(element("2"))
        try page.patch(element("3"))
        #expect(runs() == 1)
        #expect(try page.classes("#m") == ["in"])
        try page.patch("")
        try page.patch(element("4"))
        #expect(runs() == 2)
    }

    private final class RecordingHook: ClientHook {
        let record: (String) -> Void
        init(_ record: @escaping (String) -> Void) { self.record = record }
        func mounted(_ context: HookContext) { record("mounted") }
        func beforeUpdate(_ context: HookContext) { record("beforeUpdate") }
        func updated(_ context: HookContext) { record("updated") }
        func destroyed(_ context: HookContext) { record("destroyed") }
        func disconnected(_ context: HookContext) { record("disconnected") }
        func reconnected(_ context: HookContext) { record("reconnected") }
    }

    @Test("93. hook callbacks")
    func hooks() throws {
        var calls: [String] = []
        let page = try LivePage(tree: LivePage.tree(#"<p id="h" phx-hook="H">1</p><i>1</i>"#)) { client in
            client.settings.hooks["H"] = { RecordingHook { calls.append($0) } }
        }
        #expect(calls == ["mounted"])
        try page.patch(#"<p id="h" phx-hook="H" class="x">1</p><i>1</i>"#)
        #expect(calls == ["mounted", "beforeUpdate", "updated"])
        try page.patch(#"<p id="h" phx-hook="H" class="x">1</p><i>2</i>"#)
        #expect(calls.count == 3)
        try page.patch("<i>2</i>")
        #expect(calls == ["mounted", "beforeUpdate", "updated", "destroyed"])
    }

    @Test("A row that moves out of a parent that goes keeps its identity")
    func movesOut() throws {
        let page = try LivePage(#"<div><input id="i" name="i"></div>"#)
        try page.type("abc", into: "#i")
        let input = try page.element("#i")
        try page.patch(#"<section><b>new</b><input id="i" name="i"></section>"#)
        #expect(try page.element("#i") == input)
        #expect(page.document.value(of: input) == "abc")
        #expect(page.document.activeElement == input)
    }

    @Test("Typed text below a root that did not change stays, though the field has no focus")
    func skippedRoot() throws {
        let page = try LivePage(
            tree:
                #"{"s":["",""," ",""],"0":{"s":["<form id=\"f\"><input id=\"i\">","</form>"],"0":"","r":1},"1":"a","2":""}"#
        )
        try page.type("abc", into: "#i")
        page.blur()
        try page.push(#"{"1":"b"}"#)
        #expect(page.document.value(of: try page.element("#i")) == "abc")
        try page.push(#"{"0":{"0":"x"}}"#)
        #expect(page.document.value(of: try page.element("#i")) == "")
    }

    @Test("A deep page is patched without a deep stack")
    func deep() throws {
        let depth = 5_000
        let html = { (text: String) in
            String(repeating: "<div>", count: depth) + text + String(repeating: "</div>", count: depth)
        }
        let page = try LivePage(html("a"))
        try page.patch(html("b"))
        #expect(page.document.textContent(of: page.document.root) == "b")
    }

    @Test(
        "Any change of rows by id gives the new order and keeps the elements that stay",
        arguments: [
            ("abcd", "dcba"), ("abcd", "bd"), ("abcd", "xaybzc"), ("ab", "cd"), ("abc", "cab"), ("", "ab"), ("abc", ""),
            ("abcdef", "fbdace"),
        ])
    func rows(before: String, after: String) throws {
        let html = { (rows: String) in
            "<ul>" + rows.map { #"<li id="\#($0)">\#($0)</li>"# }.joined() + "</ul>"
        }
        let page = try LivePage(html(before))
        let old = Dictionary(uniqueKeysWithValues: try before.map { ($0, try page.element("#\($0)")) })
        try page.patch(html(after))
        #expect(page.html == html(after))
        for row in after { if let node = old[row] { #expect(try page.element("#\(row)") == node) } }
    }
}
