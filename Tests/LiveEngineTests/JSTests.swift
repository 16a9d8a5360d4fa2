import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct JSTests {
    @Test(arguments: [
        (JS.push("inc"), #"[["push",{"event":"inc"}]]"#),
        (
            JS.push("inc", value: ["one": 1], target: .component(3), loading: ".box", pageLoading: true),
            #"[["push",{"event":"inc","target":3,"loading":".box","page_loading":true,"value":{"one":1}}]]"#
        ),
        (JS.navigate("/home"), #"[["navigate",{"href":"/home","replace":false}]]"#),
        (JS.patch("/home", replace: true), #"[["patch",{"href":"/home","replace":true}]]"#),
        (
            JS.show(to: "#m", transition: "fade-in", time: 50),
            ##"[["show",{"to":"#m","transition":[["fade-in"],[],[]],"time":50}]]"##
        ),
        (JS.hide(to: "#m"), ##"[["hide",{"to":"#m"}]]"##),
        (
            JS.toggle(
                to: "#m", in: JSTransition(during: ["in"], start: ["in-0"], end: ["in-1"]), out: "out"),
            ##"[["toggle",{"to":"#m","ins":[["in"],["in-0"],["in-1"]],"outs":[["out"],[],[]]}]]"##
        ),
        (JS.addClass("show  hl", to: "#m"), ##"[["add_class",{"names":["show","hl"],"to":"#m"}]]"##),
        (JS.removeClass("show"), #"[["remove_class",{"names":["show"]}]]"#),
        (JS.toggleClass("t", blocking: false), #"[["toggle_class",{"names":["t"],"blocking":false}]]"#),
        (
            JS.transition("shake", time: 300),
            #"[["transition",{"transition":[["shake"],[],[]],"time":300}]]"#
        ),
        (
            JS.setAttribute("aria-expanded", "true", to: "#d"),
            ##"[["set_attr",{"attr":["aria-expanded","true"],"to":"#d"}]]"##
        ),
        (JS.removeAttribute("open", to: .inner("b")), #"[["remove_attr",{"attr":"open","to":{"inner":"b"}}]]"#),
        (
            JS.toggleAttribute("aria-expanded", "true", "false"),
            #"[["toggle_attr",{"attr":["aria-expanded","true","false"]}]]"#
        ),
        (JS.ignoreAttributes(["open", "data-*"]), #"[["ignore_attrs",{"attrs":["open","data-*"]}]]"#),
        (
            JS.dispatch("app:copy", to: .closest("form"), detail: ["id": 1], bubbles: false),
            #"[["dispatch",{"event":"app:copy","to":{"closest":"form"},"detail":{"id":1},"bubbles":false}]]"#
        ),
        (JS.exec("phx-remove", to: "#m"), ##"[["exec",{"attr":"phx-remove","to":"#m"}]]"##),
        (JS.focus(to: "main"), #"[["focus",{"to":"main"}]]"#),
        (JS.focusFirst(to: "#m"), ##"[["focus_first",{"to":"#m"}]]"##),
        (JS.pushFocus().popFocus(), #"[["push_focus",{}],["pop_focus",{}]]"#),
        (JS.click(to: "#b"), ##"[["dispatch",{"event":"click","to":"#b"}]]"##),
        (
            JS.push("lv:clear-flash", value: ["key": "info"]).hide(to: "#flash-info"),
            ##"[["push",{"event":"lv:clear-flash","value":{"key":"info"}}],["hide",{"to":"#flash-info"}]]"##
        ),
        (JS.focus().concat(JS.hide()), #"[["focus",{}],["hide",{}]]"#),
        (JS(), "[]"),
    ])
    func `commands have the form of the wire`(_ commands: JS, _ json: String) throws {
        #expect(try JSONValue(parsing: commands.json) == JSONValue(parsing: json))
    }

    @Test func `commands in an attribute are escaped`() {
        let html = ("<a phx-click=\"\(JS.push("inc"))\">" as Rendered).html
        #expect(html == #"<a phx-click="[[&#34;push&#34;,{&#34;event&#34;:&#34;inc&#34;}]]">"#)
    }

    @Test(arguments: ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "mailto:a@b.c"])
    func `addresses that could run code are refused`(_ text: String) {
        #expect(throws: JSAddress.UnsupportedScheme(address: text)) { try JSAddress(checking: text) }
        #expect(JS.navigate("\(text)").commands == [.navigate(href: "unsafe:" + text, replace: false)])
    }

    @Test(arguments: ["/a", "./a:b/c", "https://a.b/c", "HTTP://a", "?x=a:b", "#a:b", "/a:b", ""])
    func `paths and web addresses are taken`(_ text: String) throws {
        #expect(try JSAddress(checking: text).text == text)
    }
}
