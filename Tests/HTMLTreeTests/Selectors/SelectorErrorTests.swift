import HTMLTree
import Testing

@Suite struct SelectorErrorTests {
    @Test(
        "A selector that cannot be read names the place and what was expected",
        arguments: [
            ("", "character 1: expected a selector, found the end"),
            ("div,", "character 5: expected a selector, found the end"),
            ("div >", "character 6: expected a selector, found the end"),
            ("> li", "character 1: expected a selector, found \">\""),
            ("#", "character 2: expected an id after \"#\", found the end"),
            ("a.", "character 3: expected a class after \".\", found the end"),
            (".5", "character 2: expected a class after \".\", found \"5\""),
            ("[name", "character 6: expected \"=\", \"~=\", \"|=\", \"^=\", \"$=\", \"*=\" or \"]\", found the end"),
            ("[name=]", "character 7: expected a value, or a value in quotes, found \"]\""),
            ("[name=\"a]", "character 10: expected the closing quote, found the end"),
            ("名:hovr", "character 3: unknown pseudo-class \":hovr\""),
            ("p::before", "character 4: \"::before\" is a pseudo-element; it selects no element"),
            (":not(a", "character 7: expected \")\", found the end"),
            (":not", "character 5: expected \"(\", found the end"),
            (
                ":nth-child(x)",
                "character 12: expected \"even\", \"odd\", a number, or a pattern such as \"2n+1\", found \"x\""
            ),
            ("a } b", "character 3: expected a selector, found \"}\""),
        ])
    func message(selector: String, problem: String) {
        let error = #expect(throws: SelectorError.self) { try Selector(selector) }
        #expect(error?.description == "selector \"\(selector)\", \(problem)")
    }

    @Test("Selectors nested or chained without end are refused")
    func limits() {
        let nested = String(repeating: ":not(", count: 10_000) + "a" + String(repeating: ")", count: 10_000)
        #expect(throws: SelectorError.self) { try Selector(nested) }
        #expect(throws: SelectorError.self) { try Selector(String(repeating: "a ", count: 10_000)) }
    }

    @Test(
        "A selector weighs ids before classes before types",
        arguments: [
            ("*", 0, 0, 0), ("li", 0, 0, 1), ("ul ol+li", 0, 0, 3), ("h1 + *[rel=up]", 0, 1, 1),
            ("li.red.level", 0, 2, 1), ("#x34y", 1, 0, 0), ("#s12:not(foo)", 1, 0, 1),
            (".foo :is(.bar, #baz)", 1, 1, 0),
            (":where(#a.b) c", 0, 0, 1), (":nth-child(even of li, .item)", 0, 2, 0), ("a:hover", 0, 1, 1),
        ])
    func specificity(selector: String, ids: Int, classes: Int, types: Int) throws {
        let specificity = try Selector(selector).alternatives[0].specificity
        #expect(specificity == Specificity(ids: ids, classes: classes, types: types))
    }

    @Test("A selector tells which id, class and type the selected element must have")
    func keys() throws {
        let selector = try Selector("main > LI#one.first.second:empty, .a *")
        #expect(selector.alternatives[0].id == "one")
        #expect(selector.alternatives[0].className == "first")
        #expect(selector.alternatives[0].type == "li")
        #expect(selector.alternatives[1].id == nil)
        #expect(selector.alternatives[1].className == nil)
        #expect(selector.alternatives[1].type == nil)
    }
}
