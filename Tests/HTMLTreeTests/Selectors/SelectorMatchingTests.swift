import HTMLTree
import Testing

@Suite struct SelectorMatchingTests {
    private static let page = """
        <main id=m class="page wide">
          <h1 id=h>Title</h1>
          <form id=f>
            <fieldset id=fs disabled><legend id=lg><input id=l1></legend><input id=d1></fieldset>
            <input id=i1 type=TEXT name=user[name] required><input id=i2 type=checkbox checked>
            <input id=i3 readonly placeholder=x value=y><input id=i4 placeholder=x>
            <select id=s><option id=o1 value=a>A<option id=o2 selected>B</select>
          </form>
          <ul id=u><li id=a class="x">1<li id=b class="x y">2<li id=c>3<li id=d class="y" lang=en-GB>4</ul>
          <p id=p1></p><p id=p2> </p><p id=p3><!-- c --></p><a id=k href=/x.html>k</a><a id=n>n</a>
          <svg id=v><linearGradient id=lin></linearGradient></svg>
          <div id="md:flex"></div>
        </main>
        """

    @Test(
        "A selector finds its elements in document order",
        arguments: [
            ("h1", "h"), ("H1", "h"), ("ul li.x", "a b"), ("li.x.y", "b"), ("#a, .y", "a b d"), ("ul > *", "a b c d"),
            ("main > li", ""), ("#b + li", "c"), ("#b ~ li", "c d"), ("h1 ~ ul > .y", "b d"),
            ("[name='user[name]']", "i1"), ("[name^=user]", "i1"), ("[name$='[NAME]' i]", "i1"),
            ("[name*='r[n']", "i1"),
            ("[type=text]", "i1"), ("[type=text s]", ""), ("[lang|=en]", "d"), ("[class~=y]", "b d"),
            ("[class^='']", ""),
            ("li:first-child", "a"), ("li:last-child", "d"), ("li:nth-child(2n)", "b d"), ("li:nth-child(odd)", "a c"),
            ("li:nth-child(-n+2)", "a b"), ("li:nth-child(even of .y)", "d"), ("li:nth-last-child(1)", "d"),
            ("p:nth-of-type(2)", "p2"), ("p:nth-last-of-type(1)", "p3"), ("p:first-of-type", "p1"),
            ("p:last-of-type", "p3"), ("h1:only-of-type", "h"), ("legend > :only-child", "l1"), ("p:empty", "p1 p3"),
            ("li:not(.x, .y)", "c"), (":is(ul, ol) > :where(#a, #d)", "a d"), ("ul:has(> .y)", "u"),
            ("li:has(+ .y)", "a c"), ("fieldset:has(input)", "fs"), ("ul:has(p)", ""), (":checked", "i2 o2"),
            (":disabled", "fs d1"), ("#fs input:enabled", "l1"), (":required", "i1"), ("input:invalid", "i1"),
            ("form:invalid", "f"), ("#i3:read-only, #i4:read-only", "i3"), (":placeholder-shown", "i4"), (":link", "k"),
            (":root main", "m"), ("#md\\:flex", "md:flex"), ("#\\6d d\\:flex", "md:flex"), ("linearGradient", "lin"),
            ("lineargradient", ""), ("li:hover", ""), ("a/* either */b, #h /**/", "h"), ("#a#b", ""),
            ("ul :not(:has(~ .y))", "d"),
        ])
    func matches(selector: String, ids: String) throws {
        let document = Document(parsing: Self.page)
        let found = document.all(try Selector(selector), below: document.root)
        #expect(found.compactMap { document.attribute("id", of: $0) }.joined(separator: " ") == ids)
        #expect(document.first(try Selector(selector), below: document.root) == found.first)
    }

    @Test("The focus selects the focused element and what is around it")
    func focus() throws {
        let document = Document(parsing: Self.page)
        let field = try #require(document.element(withID: "i1"))
        #expect(!document.matches(field, try Selector(":focus")))
        document.setActiveElement(field)
        #expect(document.matches(field, try Selector(":focus")))
        #expect(document.closest(field, try Selector(":focus-within:not(:focus)")) == document.form(of: field))
    }

    @Test("Counting children stays right while siblings come and go")
    func childIndexAfterChanges() throws {
        let document = Document(parsing: "<ul><li id=a><li id=b><li id=c></ul>")
        let second = try Selector("li:nth-child(2)")
        let a = try #require(document.element(withID: "a"))
        let b = try #require(document.element(withID: "b"))
        let c = try #require(document.element(withID: "c"))
        #expect(document.matches(b, second))
        document.detach(a)
        #expect(!document.matches(b, second))
        #expect(document.matches(c, second))
        document.insert(a, into: try #require(document.parent(of: c)), before: c)
        #expect(document.matches(a, second))
    }

    @Test("Selecting every other of many rows takes time in proportion to the rows")
    func manyRows() throws {
        let document = Document(parsing: "<ul>" + String(repeating: "<li>x", count: 50_000) + "</ul>")
        #expect(document.all(try Selector("li:nth-child(odd)"), below: document.root).count == 25_000)
    }
}
