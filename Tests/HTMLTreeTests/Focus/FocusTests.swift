import HTMLTree
import Testing

@Suite struct FocusTests {
    @Test(
        "Tab goes through what takes the focus, in a browser's order",
        arguments: [
            ("<a id=a href=/></a><a id=b></a><button id=c></button><input id=d><input id=e type=hidden>", "a c d"),
            ("<input id=a tabindex=2><input id=b><input id=c tabindex=1><input id=d tabindex=-1>", "c a b"),
            ("<input id=a tabindex=1><input id=b tabindex=1>", "a b"),
            ("<p id=a tabindex=0></p><p id=b tabindex=x></p>", "a"),
            (
                "<fieldset disabled><legend><input id=a></legend><input id=b></fieldset><button id=c disabled></button>",
                "a"
            ),
            (
                "<div hidden><input id=a></div><div style='color:red; DISPLAY : none !important'><input id=b></div><input id=c>",
                "c"
            ),
            ("<div inert><input id=a></div><template><input id=b></template><select id=c></select>", "c"),
            (
                "<details><summary id=a>x</summary><input id=b></details><details open><summary id=c></summary><input id=d></details>",
                "a c d"
            ),
            (
                "<input type=radio name=r id=a><input type=radio name=r id=b checked><input type=radio name=s id=c><input type=radio name=s id=d>",
                "b c"
            ),
            ("<dialog><input id=a></dialog><dialog open><input id=b></dialog><div id=c contenteditable></div>", "b c"),
        ])
    func tabOrder(markup: String, ids: String) {
        let document = Document(parsing: markup)
        let order = document.tabOrder(below: document.root)
        #expect(order.compactMap { document.attribute("id", of: $0) }.joined(separator: " ") == ids)
        #expect(order.allSatisfy(document.isFocusable))
    }

    @Test(
        "Markup hides an element by itself or by what is around it",
        arguments: [
            ("<p id=x hidden>", true), ("<div hidden><p id=x></div>", true), ("<p id=x style='display:none'>", true),
            ("<p id=x style='display:none; display:block'>", false), ("<p id=x style='color:none'>", false),
            ("<details><p id=x></details>", true), ("<details open><p id=x></details>", false),
            ("<details><summary id=x></summary></details>", false), ("<p id=x>", false),
        ])
    func hidden(markup: String, isHidden: Bool) throws {
        let document = Document(parsing: markup)
        #expect(document.isHiddenByMarkup(try #require(document.element(withID: "x"))) == isHidden)
    }
}
