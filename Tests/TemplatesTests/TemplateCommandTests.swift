import LiveProtocol
import Testing

@testable import Templates

@Suite struct TemplateCommandTests {
    private func html(_ expression: String) throws -> String {
        try TemplateLanguageTests.html("{% autoescape false %}{{ \(expression) }}{% endautoescape %}")
    }

    @Test(arguments: [
        (
            ##"js.push("lv:clear-flash", {"key": "info"}) | js.hide("#flash-info")"##,
            ##"[["push",{"event":"lv:clear-flash","value":{"key":"info"}}],["hide",{"to":"#flash-info"}]]"##
        ),
        (
            ##"js | js.push("save", target="#f", page_loading=true)"##,
            ##"[["push",{"event":"save","target":"#f","page_loading":true}]]"##
        ),
        (
            ##"js.show("#m", transition=("run", "from", "to"), time=300, display="flex", blocking=false)"##,
            ##"[["show",{"to":"#m","display":"flex","transition":[["run"],["from"],["to"]],"time":300,"blocking":false}]]"##
        ),
        (
            ##"js | js.toggle("#m", in_transition="in", out_transition="out")"##,
            ##"[["toggle",{"to":"#m","ins":[["in"],[],[]],"outs":[["out"],[],[]]}]]"##
        ),
        (
            ##"js | js.add_class("#m", "a b", "c") | js.remove_class("#m", "d") | js.toggle_class("#m", "e", time=5)"##,
            ##"[["add_class",{"names":["a","b","c"],"to":"#m"}],["remove_class",{"names":["d"],"to":"#m"}],["toggle_class",{"names":["e"],"to":"#m","time":5}]]"##
        ),
        (
            ##"js | js.transition("#m", "shake", 300)"##,
            ##"[["transition",{"transition":[["shake"],[],[]],"to":"#m","time":300}]]"##
        ),
        (
            ##"js | js.set_attribute(("open", "yes"), "#d") | js.remove_attribute("open") | js.toggle_attribute(["a", "1", "2"])"##,
            ##"[["set_attr",{"attr":["open","yes"],"to":"#d"}],["remove_attr",{"attr":"open"}],["toggle_attr",{"attr":["a","1","2"]}]]"##
        ),
        (
            ##"js | js.dispatch("go", "#x", detail={"id": 1}, bubbles=false)"##,
            ##"[["dispatch",{"event":"go","to":"#x","detail":{"id":1},"bubbles":false}]]"##
        ),
        (
            ##"js | js.navigate("/a", replace=true) | js.patch("/b")"##,
            ##"[["navigate",{"href":"/a","replace":true}],["patch",{"href":"/b","replace":false}]]"##
        ),
        (
            ##"js | js.focus("#a") | js.focus_first({"inner": ".x"}) | js.push_focus | js.pop_focus | js.exec("data-x", {"closest": "li"})"##,
            ##"[["focus",{"to":"#a"}],["focus_first",{"to":{"inner":".x"}}],["push_focus",{}],["pop_focus",{}],["exec",{"attr":"data-x","to":{"closest":"li"}}]]"##
        ),
        (##"js | js.ignore_attributes(["open", "data-*"])"##, ##"[["ignore_attrs",{"attrs":["open","data-*"]}]]"##),
    ]) func `chains of commands print as their wire form`(expression: String, wire: String) throws {
        #expect(try html(expression) == wire)
        #expect(try JSCommand.list(parsing: wire) == JSCommand.list(parsing: html(expression)))
    }

    @Test func `the document's own snippet is safe in an attribute`() throws {
        let template = ##"<p phx-click="{{ js.push("lv:clear-flash", {"key": "info"}) | js.hide("#flash-info") }}">"##
        #expect(
            try TemplateLanguageTests.html(template)
                == ##"<p phx-click="[[&#34;push&#34;,{&#34;event&#34;:&#34;lv:clear-flash&#34;,&#34;value&#34;:{&#34;key&#34;:&#34;info&#34;}}],[&#34;hide&#34;,{&#34;to&#34;:&#34;#flash-info&#34;}]]">"##
        )
    }
}
