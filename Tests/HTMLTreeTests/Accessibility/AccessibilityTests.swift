import HTMLTree
import Testing

@Suite struct AccessibilityTests {
    @Test(
        "An element has the role and the name that assistive technology gives it",
        arguments: [
            ("<button id=x> Save  it </button>", "button", "Save it"), ("<input id=x type=submit>", "button", "Submit"),
            ("<input id=x type=submit value=Go>", "button", "Go"),
            ("<label for=x>Name</label><input id=x>", "textbox", "Name"),
            ("<label>Name <input id=x value=Ada> please</label>", "textbox", "Name please"),
            ("<label>Level <select id=x><option>A<option>B</select></label>", "combobox", "Level"),
            ("<label for=x>First</label><label for=x>name</label><input id=x>", "textbox", "First name"),
            ("<input id=x placeholder=Search type=search>", "searchbox", "Search"),
            ("<input id=x type=number title=Age>", "spinbutton", "Age"),
            ("<input id=x aria-label='Your age'><label for=x>Age</label>", "textbox", "Your age"),
            (
                "<i id=a>Total</i><i id=b>price</i><input id=x aria-labelledby='a b' aria-label=no>", "textbox",
                "Total price"
            ),
            ("<a id=x href=/>Home <b>page</b></a>", "link", "Home page"), ("<a id=x>Home</a>", nil, ""),
            ("<a id=x href=/><img alt=Logo> <span hidden>no</span><i aria-hidden=true>no</i></a>", "link", "Logo"),
            ("<h2 id=x>Danger<br>zone</h2>", "heading", "Danger zone"),
            ("<h2 id=x>Sa<b>ve</b></h2>", "heading", "Save"),
            ("<img id=x alt=''>", "presentation", ""), ("<div id=x>text</div>", nil, ""),
            ("<div id=x role='BUTTON x'>Press</div>", "button", "Press"),
            ("<fieldset id=x><legend>Colours</legend></fieldset>", "group", "Colours"),
            ("<table id=x><caption>Scores</caption></table>", "table", "Scores"),
            ("<table><tr id=x><td>Ada<td>36</table>", "row", "Ada 36"),
            ("<table><tr><th id=x scope=row>Ada</table>", "rowheader", "Ada"),
            ("<nav id=x aria-label=Main>links</nav>", "navigation", "Main"), ("<section id=x>s</section>", nil, ""),
            ("<section id=x title=News></section>", "region", "News"), ("<header id=x></header>", "banner", ""),
            ("<main><header id=x></header></main>", nil, ""),
            ("<details><summary id=x>More</summary></details>", "button", "More"),
            ("<p id=x>text</p>", "paragraph", ""), ("<progress id=x title=Load></progress>", "progressbar", "Load"),
            ("<label id=l><input type=checkbox id=x> I agree</label>", "checkbox", "I agree"),
        ])
    func roleAndName(markup: String, role: String?, name: String) throws {
        let document = Document(parsing: markup)
        let node = try #require(document.element(withID: "x"))
        #expect(document.role(of: node) == role)
        #expect(document.accessibleName(of: node) == name)
    }

    @Test("A label is for the control that it names or holds")
    func labels() throws {
        let document = Document(
            parsing: "<label id=a for=x></label><label id=b><input id=x><input id=y></label><label id=c for=no></label>"
        )
        let control = try #require(document.element(withID: "x"))
        #expect(document.labels(of: control) == ["a", "b"].compactMap(document.element(withID:)))
        #expect(document.labels(of: try #require(document.element(withID: "y"))).isEmpty)
        #expect(document.labeledControl(of: try #require(document.element(withID: "c"))) == nil)
    }
}
