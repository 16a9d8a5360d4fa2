import HTMLTree
import Testing

struct SerializingTests {
    @Test("text and attribute values are escaped, raw text is not")
    func escapes() {
        let document = Document()
        let element = document.createElement("p", attributes: [Attribute(name: "a", value: "\"<&>\u{A0}")])
        document.append(document.createText("\"<&>\u{A0}é"), to: element)
        #expect(document.outerHTML(of: element) == "<p a=\"&quot;&lt;&amp;&gt;&nbsp;\">\"&lt;&amp;&gt;&nbsp;é</p>")
        let script = document.createElement("script")
        document.append(document.createText("a && b < c"), to: script)
        #expect(document.outerHTML(of: script) == "<script>a && b < c</script>")
        #expect(document.innerHTML(of: script) == "a && b < c")
    }

    @Test("void elements have no end tag, empty ones do")
    func closesElements() {
        let html = "<div><br><input><img><i></i><hr></div>"
        #expect(ParsedBody.of(html) == html)
    }

    @Test("comments and doctypes are written")
    func writesDeclarations() {
        let html = "<!DOCTYPE html><html><head></head><body><!-- a --></body></html>"
        let document = Document(parsing: html)
        #expect(document.outerHTML(of: document.root) == html)
    }

    @Test("a copy of a node has all that is below it, templates too, and is apart from it")
    func clones() throws {
        let html = "<div a=\"b\">x<!--y--><template><p>z</p></template><svg><g></g></svg></div>"
        let document = Document(parsing: html)
        let element = try #require(document.elements(below: document.root).first { document.name(of: $0) == "div" })
        let copy = document.copy(element)
        #expect(document.parent(of: copy) == nil)
        document.removeChildren(of: element)
        #expect(document.outerHTML(of: copy) == html)
    }

    @Test("a copy of templates within templates takes no stack for their depth, and keeps a doctype's identifiers")
    func deepCopies() throws {
        let depth = 20_000
        let document = Document(
            parsing: "<!DOCTYPE html PUBLIC \"p\" \"s\">" + String(repeating: "<template>", count: depth))
        let copy = document.copy(document.root)
        let doctype = try #require(document.firstChild(of: copy))
        #expect(document.attribute("public", of: doctype) == "p" && document.attribute("system", of: doctype) == "s")
        var element = document.elements(below: copy).first { document.name(of: $0) == "template" }
        var found = 0
        while let template = element {
            found += 1
            element = document.templateContent(of: template).flatMap { document.firstChild(of: $0) }
        }
        #expect(found == depth)
    }
}
