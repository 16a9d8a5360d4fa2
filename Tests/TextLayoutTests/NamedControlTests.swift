import Testing

@testable import TextLayout

/// Buttons and links that hold nothing but a picture, and tick boxes beside their words.
@Suite struct NamedControlTests {
    @Test(arguments: [
        (
            "<p><button aria-label=close>\n  <span></span>\n</button> <button aria-label=close><span></span></button></p>",
            "[ close ] [ close ]"
        ),
        ("<button> <svg><title>Delete</title><path/></svg> </button>", "[ Delete ]"),
        ("<button title=Edit><i class=icon></i></button>", "[ Edit ]"),
        ("<button aria-label=' '><i></i></button>", "[ … ]"),
        ("<button aria-label=Close>×</button>", "[ × ]"),
        ("<button>\n  Save\n</button>", "[ Save ]"),
        ("<button> Save <b> it </b> </button>", "[ Save it ]"),
        (
            "<input type=button aria-label=Go> <input type=button> <input type=submit value='' title=Send>",
            "[ Go ] [ … ] [ Send ]"
        ),
        ("<a href=/x><svg><title>GitHub</title></svg></a>", "GitHub"),
        ("<a href=/x title=Home> <span></span> </a>.", "Home."),
        ("<a href=/x><i class=icon></i></a>", "…"),
        ("<a href=/x><svg></svg><span class=sr-only>Feed</span></a>", "Feed"),
        ("<a id=place></a>text", "text"),
        ("<a href=/x aria-label=Card><div>a card</div></a>", "a card"),
        ("<a href=/x aria-label=Card><div><svg></svg></div></a>", "Card"),
        ("<a class='flex p-2' href=/x aria-label=Card><svg></svg></a>", " Card"),
        ("<span role=button aria-label=More><svg></svg></span>", "More"),
        ("<details><summary aria-label=More><svg></svg></summary></details>", "▸ More"),
    ])
    func `what shows no words shows its name`(html: String, expected: String) {
        #expect(Picture(html, columns: 40).text == expected)
    }

    @Test(arguments: [
        ("<label><input type=checkbox>Done</label>", "[ ] Done"),
        ("<label><input type=checkbox> Done</label>", "[ ] Done"),
        ("<label>Done<input type=checkbox></label>", "Done [ ]"),
        ("<label><input type=radio>red</label><label><input type=radio>green</label>", "( ) red ( ) green"),
        ("<input type=checkbox><input type=checkbox>", "[ ][ ]"),
        ("<input type=checkbox><br>x", "[ ]\nx"),
    ])
    func `a tick box does not touch its words`(html: String, expected: String) {
        #expect(Picture(html, columns: 40).text == expected)
    }

    @Test func `a name that comes later is shown, and goes when words come`() throws {
        let picture = Picture("<button><i></i></button>", columns: 20)
        #expect(picture.text == "[ … ]")
        picture.document.setAttribute("aria-label", to: "Close", of: try picture.node("button"))
        picture.update()
        #expect(picture.text == "[ Close ]")
        picture.document.append(picture.document.createText("Bye"), to: try picture.node("i"))
        picture.update()
        #expect(picture.text == "[ Bye ]")
    }
}
