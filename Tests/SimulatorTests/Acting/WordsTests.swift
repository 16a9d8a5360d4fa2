import HTMLTree
import Testing

@testable import Simulator

@Suite struct WordsTests {
    @Test(arguments: [
        (#"<button class=x>Save</button>"#, #"button "Save""#),
        (#"<label>Name <input class=x></label>"#, #"text field "Name""#),
        (#"<input class=x name="user[email]" type=email>"#, #"email field "user[email]""#),
        (#"<input class=x type=checkbox aria-label=News>"#, #"check box "News""#),
        (#"<input class=x>"#, "text field"),
        (#"<a class=x href=/>Home</a>"#, #"link "Home""#),
        (#"<form class=x id=f><input></form>"#, #"form "f""#),
        (#"<p class="x y z">Some <b>text</b></p>"#, #"<p.x.y> "Some text""#),
        (#"<div class=x id=main></div>"#, "<div#main>"),
        (#"<div class=x role=dialog aria-label=Edit></div>"#, #"dialog "Edit""#),
        (#"<h2 class=x>Danger  zone</h2>"#, #"heading "Danger zone""#),
    ])
    func anElementIsNamedToPeople(html: String, expected: String) throws {
        let document = Document(parsing: html)
        #expect(ElementDescription(of: try document.one(".x"), in: document).description == expected)
    }

    @Test func aLongNameIsShortened() throws {
        let document = Document(parsing: "<button>\(String(repeating: "word ", count: 30))</button>")
        let description = ElementDescription(of: try document.one("button"), in: document)
        #expect(description.name?.count == 60)
    }

    @Test func whatHasLeftThePageIsStillDescribed() throws {
        let document = Document(parsing: "<p>x</p>")
        let node = try document.one("p")
        document.remove(node)
        #expect(ElementDescription(of: node, in: document).description == "element that has left the page")
    }

    @Test func aRefusalSaysWhatIsThere() throws {
        let document = Document(parsing: "<select aria-label=Land></select>")
        let land = ElementDescription(of: try document.one("select"), in: document)
        #expect(
            SimulatorError.optionNotOffered(land, option: "Mars", offered: ["Japan", "Kenya"]).message
                == #"select "Land" does not offer "Mars"; offered are "Japan", "Kenya""#)
        #expect(
            SimulatorError.noBanner(key: "info", present: []).message == #"there is no banner "info"; none is there"#)
        #expect(
            SimulatorError.noBanner(key: "info", present: ["error"]).message
                == #"there is no banner "info"; there is "error""#)
    }
}
