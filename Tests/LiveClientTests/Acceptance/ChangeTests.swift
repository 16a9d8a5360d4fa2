import LiveProtocol
import Testing

@testable import LiveClient

@Suite("C. Change events and serialisation")
struct ChangeTests {
    @Test("25. whole form, unused markers, target")
    func wholeForm() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input id="a" name="a" value="1"><textarea name="n">2</textarea></form>"#)
        try page.type("5", into: "#a")
        #expect(page.pushes() == [.change("v", "a=5&_unused_n=&n=2", target: "a")])
    }

    @Test("27. used stays used, other view of it does not")
    func usedStays() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input id="a" name="a"><input id="b" name="b"></form>"#)
        try page.type("1", into: "#a")
        try page.type("2", into: "#b")
        #expect(page.forms() == ["a=1&_unused_b=&b=", "a=1&b=2"])
    }

    @Test("29. hidden fields are never unused; hidden+checkbox is")
    func hidden() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v"><input type="hidden" name="k" value="1"><input type="hidden" name="ok" value="false">
            <input type="checkbox" name="ok" value="true"><input id="a" name="a"></form>
            """#)
        try page.type("x", into: "#a")
        #expect(page.forms() == ["k=1&_unused_ok=&ok=false&a=x"])
    }

    @Test("30. input with its own phx-change")
    func ownChange() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input id="a" name="a" phx-change="a_changed"><input name="b"></form>"#)
        try page.type("x", into: "#a")
        #expect(page.pushes() == [.change("a_changed", "a=x", target: "a")])
    }

    @Test("32. meta precedence on forms")
    func meta() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-value-name="attr" phx-value-x="1" phx-change='[["push",{"event":"v","value":{"name":"js"}}]]'>
            <input id="i" name="name"></form>
            """#)
        try page.type("input value", into: "#i")
        #expect(page.pushes() == [.change("v", "name=input+value", target: "name", meta: ["name": "js", "x": "1"])])
    }

    @Test("34. multiple select and option without value")
    func multipleSelect() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v"><select id="m" name="m[]" multiple><option>One</option>
            <option value="2">Two</option><option value="3">Three</option></select></form>
            """#)
        let select = try page.element("#m")
        let options = page.document.options(of: select)
        page.client.choose([options[0], options[2]], of: select)
        #expect(page.forms() == ["m%5B%5D=One&m%5B%5D=3"])
    }

    @Test("35. disabled controls and fieldsets")
    func disabled() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v"><fieldset disabled><input name="x" value="1"></fieldset>
            <input name="y" disabled value="2"><input id="a" name="a"></form>
            """#)
        try page.type("1", into: "#a")
        #expect(page.forms() == ["a=1"])
    }

    @Test("37. encoding")
    func encoding() throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><textarea id="t" name="t"></textarea></form>"#)
        try page.type("a b\né&=+", into: "#t")
        #expect(page.forms() == ["t=a+b%0A%C3%A9%26%3D%2B"])
    }

    @Test("38. bad number is held back")
    func badNumber() throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><input id="n" name="n" type="number"></form>"#)
        try page.type("-", into: "#n")
        #expect(page.forms() == [])
        try page.type("-3", into: "#n")
        #expect(page.forms() == ["n=-3"])
    }

    @Test("39. one push per edit")
    func onePush() throws {
        let page = try LivePage(#"<form id="f" phx-change="v"><input id="c" type="checkbox" name="c"></form>"#)
        try page.click("#c")
        #expect(page.forms() == ["c=on"])
    }

    @Test("40. reset button")
    func reset() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v"><input id="a" name="a" value="x">
            <button id="r" type="reset" name="reset">R</button></form>
            """#)
        try page.type("y", into: "#a")
        _ = page.pushes()
        try page.click("#r")
        #expect(page.document.value(of: try page.element("#a")) == "x")
        #expect(page.pushes() == [.change("v", "_unused_a=&a=x&reset=", target: "reset")])
    }

    @Test("42. button that dispatches change is the submitter")
    func dispatchingButton() throws {
        let page = try LivePage(
            #"""
            <form id="f" phx-change="v"><input name="n" value="T">
            <button id="d" type="button" name="drop[]" value="1" phx-click='[["dispatch",{"event":"change"}]]'></button></form>
            """#)
        try page.click("#d")
        #expect(page.pushes() == [.change("v", "_unused_n=&n=T&drop%5B%5D=1", target: "drop[]")])
    }

    @Test(
        "The place of _unused_ in a name",
        arguments: [
            ("name", "_unused_name"), ("user[name]", "user[_unused_name]"), ("tags[]", "_unused_tags[]"),
            ("a[b][]", "a[_unused_b][]"), ("a[0][x]", "a[0][_unused_x]"),
        ])
    func unusedName(name: String, expected: String) {
        #expect(FormSerialization.unusedName(for: name) == expected)
    }
}
