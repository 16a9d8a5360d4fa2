import HTMLTree
import Testing

struct TreeBuildingTests {
    @Test(
        "end tags that are left out are implied",
        arguments: [
            ("<p>one<p>two", "<p>one</p><p>two</p>"),
            ("<p>one<div>two</div>", "<p>one</p><div>two</div>"),
            ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
            (
                "<select><option>a<option>b<optgroup><option>c</select>",
                "<select><option>a</option><option>b</option><optgroup><option>c</option></optgroup></select>"
            ),
            ("<h1>a<h2>b</h2>", "<h1>a</h1><h2>b</h2>"),
            ("<button>a<button>b</button>", "<button>a</button><button>b</button>"),
            ("a</p>", "a<p></p>"),
            ("a</br>b", "a<br>b"),
        ])
    func impliesEndTags(html: String, expected: String) {
        #expect(ParsedBody.of("<!DOCTYPE html>" + html) == expected)
    }

    @Test(
        "tables get their missing parts, and what does not belong into them goes before them",
        arguments: [
            (
                "<table><tr><td>a<td>b<tr><th>c</table>",
                "<table><tbody><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></tbody></table>"
            ),
            ("<table><td>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
            ("<table>stray<tr><td>a</table>", "stray<table><tbody><tr><td>a</td></tr></tbody></table>"),
            ("<table> \n<tr></table>", "<table> \n<tbody><tr></tr></tbody></table>"),
            ("<table><b>x<tr><td>y</table>z", "<b>x</b><table><tbody><tr><td>y</td></tr></tbody></table><b>z</b>"),
            (
                "<table><caption>a<col><tr></table>",
                "<table><caption>a</caption><colgroup><col></colgroup><tbody><tr></tr></tbody></table>"
            ),
            (
                "<table><thead><tr><th>a<tbody><tr><td>b</table>",
                "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
            ),
            (
                "<table><form id=f><input type=hidden><tr></table>",
                "<table><form id=\"f\"></form><input type=\"hidden\"><tbody><tr></tr></tbody></table>"
            ),
            ("<p>a<table></table>", "<p>a</p><table></table>"),
        ])
    func buildsTables(html: String, expected: String) {
        #expect(ParsedBody.of("<!DOCTYPE html>" + html) == expected)
    }

    @Test(
        "formatting that overlaps blocks is split and goes on after them",
        arguments: [
            ("<b>1<i>2</b>3</i>", "<b>1<i>2</i></b><i>3</i>"),
            ("<b>1<p>2</b>3</p>", "<b>1</b><p><b>2</b>3</p>"),
            ("<p><b>1<p>2", "<p><b>1</b></p><p><b>2</b></p>"),
            ("<a>1<a>2</a>", "<a>1</a><a>2</a>"),
            ("<p><b><b><b><b>1<p>2", "<p><b><b><b><b>1</b></b></b></b></p><p><b><b><b>2</b></b></b></p>"),
            ("<b>1<div>2<div>3</b>4", "<b>1</b><div><b>2</b><div><b>3</b>4</div></div>"),
            ("<nobr>1<nobr>2", "<nobr>1</nobr><nobr>2</nobr>"),
        ])
    func splitsFormatting(html: String, expected: String) {
        #expect(ParsedBody.of("<!DOCTYPE html>" + html) == expected)
    }

    @Test(
        "the text of some elements is not markup",
        arguments: [
            ("<textarea>\n<b>&lt;</b></textarea>x", "<textarea>&lt;b&gt;&lt;&lt;/b&gt;</textarea>x"),
            ("<style>a < b & c</style>x", "<style>a < b & c</style>x"),
            ("<script><!-- <script> </script> --></script>x", "<script><!-- <script> </script> --></script>x"),
            ("<iframe><p></iframe>", "<iframe><p></iframe>"),
            ("<pre>\n\na</pre>", "<pre>\na</pre>"),
            ("<plaintext><b></plaintext>", "<plaintext><b></plaintext></plaintext>"),
        ])
    func readsRawText(html: String, expected: String) {
        #expect(ParsedBody.of("<!DOCTYPE html><body>" + html) == expected)
    }

    @Test(
        "foreign elements keep their own spelling and end where HTML begins",
        arguments: [
            ("<svg viewbox=1><foreignobject><p>a", "<svg viewBox=\"1\"><foreignObject><p>a</p></foreignObject></svg>"),
            ("<svg><g/><p>a", "<svg><g></g></svg><p>a</p>"),
            ("<svg><![CDATA[<b>]]></svg>", "<svg>&lt;b&gt;</svg>"),
            ("<![CDATA[a]]>", "<!--[CDATA[a]]-->"),
            ("<math definitionurl=a><mi>b</math>", "<math definitionURL=\"a\"><mi>b</mi></math>"),
            ("<svg><title><b>a</b></title></svg>", "<svg><title><b>a</b></title></svg>"),
            ("<svg><lineargradient></lineargradient>a", "<svg><linearGradient></linearGradient>a</svg>"),
        ])
    func buildsForeignContent(html: String, expected: String) {
        #expect(ParsedBody.of("<!DOCTYPE html><body>" + html) == expected)
    }

    @Test(
        "a fragment is read as the contents of its context",
        arguments: [
            ("tr", "<td>a<td>b", "<td>a</td><td>b</td>"),
            ("tbody", "<tr><td>a<tr><td>b", "<tr><td>a</td></tr><tr><td>b</td></tr>"),
            ("table", "<tr><td>a", "<tbody><tr><td>a</td></tr></tbody>"),
            ("div", "<tr><td>a</td></tr>b", "ab"),
            ("div", "<body class=x><p>a", "<p>a</p>"),
            ("select", "<option>a<option>b", "<option>a</option><option>b</option>"),
            ("select", "<input>a", "a"),
            ("textarea", "<b>a", "&lt;b&gt;a"),
            ("title", "&amp;<i>", "&amp;&lt;i&gt;"),
            ("template", "<td>a", "<td>a</td>"),
            ("colgroup", "<col>a<col>", "<col><col>"),
            ("ul", "<li>a<li>b", "<li>a</li><li>b</li>"),
            ("p", "<p>a", "<p>a</p>"),
        ])
    func readsFragments(context: String, html: String, expected: String) {
        #expect(ParsedBody.of(html, in: context) == expected)
    }

    @Test(
        "Nothing ends the text of an element whose contents are read",
        arguments: ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"])
    func rawContents(name: String) throws {
        let document = Document(parsing: "")
        let context = document.createElement(name)
        let text = "a</\(name)><b>c</b>"
        let fragment = document.parseFragment(text, context: context)
        #expect(document.children(of: fragment).map { document.text(of: $0) } == [text])
    }

    @Test("a fragment in a foreign element holds foreign elements")
    func readsForeignFragments() {
        let document = Document()
        let svg = document.createElement("svg", namespace: .svg)
        let fragment = document.parseFragment("<circle/><lineargradient/>", context: svg)
        let children = Array(document.children(of: fragment))
        #expect(children.map { document.name(of: $0) } == ["circle", "linearGradient"])
        #expect(children.allSatisfy { document.namespace(of: $0) == .svg })
    }

    @Test("a fragment's nodes belong to the document, and its context stays as it was")
    func keepsContext() throws {
        let document = Document(parsing: "<table><tbody id=rows><tr><td>1</table>")
        let body = try #require(document.element(withID: "rows"))
        let fragment = document.parseFragment("<tr id=new><td>2", context: body)
        #expect(document.kind(of: fragment) == .fragment)
        #expect(document.innerHTML(of: body) == "<tr><td>1</td></tr>")
        document.append(fragment, to: body)
        #expect(document.innerHTML(of: body) == "<tr><td>1</td></tr><tr id=\"new\"><td>2</td></tr>")
        #expect(document.element(withID: "new") != nil)
    }

    @Test("a template keeps its contents apart")
    func keepsTemplates() throws {
        let document = Document(parsing: "<template><td>a</template>b")
        let template = try #require(
            document.elements(below: document.root).first { document.name(of: $0) == "template" })
        let content = try #require(document.templateContent(of: template))
        #expect(document.firstChild(of: template) == nil)
        #expect(document.innerHTML(of: content) == "<td>a</td>")
        #expect(document.outerHTML(of: template) == "<template><td>a</td></template>")
    }

    @Test("a document always has its three main elements, and a head takes what belongs there")
    func buildsTheFrame() {
        let empty = Document(parsing: "")
        #expect(empty.innerHTML(of: empty.root) == "<html><head></head><body></body></html>")
        let page = Document(parsing: "<!DOCTYPE html><!--a--><title>T</title><p>b</p></body><!--c--></html><!--d-->")
        #expect(
            page.innerHTML(of: page.root)
                == "<!DOCTYPE html><!--a--><html><head><title>T</title></head><body><p>b</p></body><!--c--></html><!--d-->"
        )
    }

    @Test(
        "an old or missing doctype asks for quirks",
        arguments: [
            ("<!DOCTYPE html>", false),
            ("<!doctype HTML SYSTEM 'about:legacy-compat'>", false),
            ("", true),
            ("<!DOCTYPE>", true),
            ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2 Final//EN\">", true),
            ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", true),
            (
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"http://www.w3.org/TR/html4/loose.dtd\">",
                false
            ),
            ("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">", false),
        ])
    func tellsQuirks(doctype: String, isQuirky: Bool) {
        #expect(Document(parsing: doctype + "<p>").isQuirksMode == isQuirky)
    }

    @Test("noscript holds markup where no scripts run, and text where they do")
    func readsNoscript() {
        let html = "<body><noscript><b>a</b></noscript>"
        #expect(ParsedBody.of(html) == "<noscript><b>a</b></noscript>")
        let document = Document(parsing: html, isScriptingEnabled: true)
        #expect(!document.elements(below: document.root).contains { document.name(of: $0) == "b" })
    }

    @Test("a drop-down shows its choice in its selectedcontent")
    func mirrorsChoice() {
        #expect(
            ParsedBody.of(
                "<select><button><selectedcontent>old</selectedcontent></button><option>a<option selected>b <i>c</i></select>"
            )
                == "<select><button><selectedcontent>b <i>c</i></selectedcontent></button><option>a</option>"
                + "<option selected=\"\">b <i>c</i></option></select>"
        )
    }
}
