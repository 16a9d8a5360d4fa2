import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct ComponentTests {
    let page = TestPage(Steppers())

    @Test func `a component is mounted once, updated, rendered in its place and numbered from 1`() {
        #expect(page.html.contains(#"<li><p id="a" phx-target="1">10 by 1, 1 updates</p></li>"#))
    }

    @Test func `an event with a component's number reaches its handler, and only the component is sent`() {
        let diff = page.click("step", in: 1)?.diff
        #expect(diff?.root.isEmpty == true)
        #expect(diff?.components == [1: NodeDiff(dynamics: [2: .text("11")])])
        #expect(page.html.contains("11 by 1, 1 updates"))
    }

    @Test func `update runs only when an input changed`() {
        page.click("note", ["text": "x"])
        #expect(page.html.contains("10 by 1, 1 updates"))
        page.click("step", ["by": 5])
        #expect(page.html.contains("10 by 5, 2 updates"))
        page.click("step", in: 1)
        #expect(page.html.contains("15 by 5, 2 updates"))
    }

    @Test func `an event for an unknown component is answered with nothing`() {
        #expect(page.click("step", in: 7) == .handled(nil))
        #expect(page.failures.isEmpty)
    }

    @Test func `a handler that throws leaves the component and its flash as they were`() {
        let before = page.html
        #expect(page.click("fail", in: 1)?.failure == #"component Stepper "a": event "fail": refused"#)
        #expect(page.html == before)
        #expect(page.click("step", in: 1)?.diff?.components == [1: NodeDiff(dynamics: [2: .text("11")])])
    }

    @Test func `an unknown event names those that the component has`() {
        #expect(page.click("jump", in: 1)?.failure?.contains(#"it has "step", "fail", "tell""#) == true)
    }

    @Test func `a component tells the view in the view's own infos`() {
        page.click("tell", in: 1)
        #expect(page.html.contains("<h1>a is at 11</h1>"))
        #expect(page.html.contains("11 by 1"))
    }

    @Test func `when the view refuses what it is told, the component is as it was`() {
        let before = page.html
        #expect(page.click("explode", in: 1)?.failure == "handleInfo: refused")
        #expect(page.html == before)
        page.click("step", in: 1)
        #expect(page.html.contains("11 by 1"))
    }

    @Test func `components and views send messages to components`() {
        page.click("show", ["ids": ["a", "b"]])
        page.click("set", ["id": "b", "count": 5])
        #expect(page.html.contains(#"<p id="b" phx-target="2">5 by"#))
        page.click("poke", ["id": "b"], in: 1)
        #expect(page.html.contains(#"<p id="b" phx-target="2">99 by"#))
        #expect(page.click("set", ["id": "z", "count": 5]) == .handled(nil))
    }

    @Test func `when a component refuses a message, the view that sent it is as it was`() {
        #expect(page.click("refuse", ["id": "a"])?.failure == #"component Stepper "a": handleInfo: refused"#)
        #expect(page.inspection?.context["note"] == "")
    }

    @Test func `a component replies and pushes events`() {
        let diff = page.click("answer", in: 1)?.diff
        #expect(diff?.reply == 10)
        #expect(diff?.events == [PushedEvent(name: "answered", payload: [:])])
    }
}

@Suite struct ComponentFlashTests {
    let page = TestPage(Steppers())

    @Test func `a component's flash is its own`() {
        page.click("greet", ["text": "hello"], in: 1)
        #expect(page.html.contains("<b>info: hello</b><b>note: also</b>"))
        #expect(page.flash.isEmpty)
    }

    @Test func `the built-in event clears a key, or all, of the component it names`() {
        page.click("greet", ["text": "hello"], in: 1)
        page.click("lv:clear-flash", ["key": "info"])
        #expect(page.html.contains("<b>info: hello</b>"))
        page.click("lv:clear-flash", ["key": "info"], in: 1)
        #expect(!page.html.contains("<b>info: hello</b>"))
        #expect(page.html.contains("<b>note: also</b>"))
        page.click("lv:clear-flash", in: 1)
        #expect(!page.html.contains("<b>"))
    }

    @Test func `a navigation takes all of the component's messages along, old ones too`() {
        page.click("greet", ["text": "hello"], in: 1)
        guard case .liveRedirect(let redirect)? = page.click("leave", in: 1) else {
            Issue.record("no redirect")
            return
        }
        page.join(redirect.to, isRedirect: true, flash: redirect.flash)
        #expect(page.html.contains("<i>info: hello</i><i>note: also</i>"))
    }

    @Test func `a patch makes the component's messages the view's`() {
        page.click("greet", ["text": "hello"], in: 1)
        page.click("patch", in: 1)
        #expect(page.inspection?.context["isPatched"] == true)
        #expect(page.html.contains("<i>info: hello</i><i>note: also</i>"))
        #expect(!page.html.contains("<b>"))
    }
}

@Suite struct ComponentTreeTests {
    let page = TestPage(Steppers())

    @Test func `a row that moves keeps its component`() {
        page.click("show", ["ids": ["a", "b", "c"]])
        page.click("step", in: 2)
        let diff = page.click("show", ["ids": ["c", "b", "a"]])?.diff
        #expect(diff?.components.isEmpty == true)
        #expect(
            page.html.contains(
                #"<li><p id="c" phx-target="3">10 by 1, 1 updates</p></li><li><p id="b" phx-target="2">11"#))
    }

    @Test func `instances of a type share statics: with one that was there before`() {
        let diff = page.click("show", ["ids": ["a", "b"]])?.diff
        #expect(diff?.components[2]?.statics == .component(-1))
        #expect(page.html.contains(#"<p id="b" phx-target="2">10 by 1, 1 updates</p>"#))
    }

    @Test func `instances of a type share statics: with one of the same diff`() {
        page.click("show", ["ids": [] as JSONValue])
        page.send(.componentsWillBeDestroyed([1]))
        page.send(.componentsDestroyed([1]))
        let diff = page.click("show", ["ids": ["x", "y", "z"]])?.diff
        #expect(diff?.components.keys == [2, 3, 4])
        #expect(diff?.components[3]?.statics == .component(2))
        #expect(diff?.components[4]?.statics == .component(3))
        #expect(page.html.contains(#"<p id="z" phx-target="4">10 by 1, 1 updates</p>"#))
    }

    @Test func `a component that the page has no more is ended, and comes again as a new one`() {
        page.click("step", in: 1)
        page.click("show", ["ids": [] as JSONValue])
        #expect(page.send(.componentsWillBeDestroyed([1, 9])) == .handled(nil))
        #expect(page.send(.componentsDestroyed([1, 9])) == .componentsDeleted([1]))
        #expect(page.click("step", in: 1) == .handled(nil))
        page.click("show", ["ids": ["a"]])
        #expect(page.html.contains(#"<p id="a" phx-target="2">10 by 1, 1 updates</p>"#))
    }

    @Test func `a component that comes again before the page forgets it lives on`() {
        page.click("step", in: 1)
        page.click("show", ["ids": [] as JSONValue])
        page.send(.componentsWillBeDestroyed([1]))
        page.click("show", ["ids": ["a"]])
        #expect(page.send(.componentsDestroyed([1])) == .componentsDeleted([]))
        #expect(page.html.contains(#"<p id="a" phx-target="1">11 by 1, 1 updates</p>"#))
    }

    @Test func `two places of one component are a mistake that changes nothing`() {
        let before = page.html
        let failure = page.click("show", ["ids": ["b", "a", "a"]])?.failure
        #expect(failure?.contains(#"component Stepper "a" is placed twice"#) == true)
        #expect(page.html == before)
        page.click("show", ["ids": ["b"]])
        #expect(page.html.contains(#"<p id="b" phx-target="2">"#))
    }

    struct Nested: LiveView {
        var depth: Int
        struct Context: LiveContext {}
        func render(_ context: Context, _ meta: Meta) -> Rendered { "\(component(Nest(depth: depth), id: "n"))" }
    }

    @Test func `components stand within components`() {
        let page = TestPage(Nested(depth: 3))
        #expect(page.html == "<div>3<div>2<div>1<div>0</div></div></div></div>")
        let diff = page.click("toggle", in: 2)?.diff
        #expect(diff?.components.keys == [2])
        #expect(page.html == "<div>3<div>2</div></div>")
        page.click("toggle", in: 2)
        #expect(page.html == "<div>3<div>2<div>1<div>0</div></div></div></div>")
    }

    @Test func `components within one another without end are a mistake`() {
        let page = TestPage(Routes([Route("/", "", { Nested(depth: 1_000_000) })]))
        #expect(page.join("/")?.failure?.contains("nested more than 100 components deep") == true)
    }
}
