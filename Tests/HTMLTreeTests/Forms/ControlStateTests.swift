import HTMLTree
import Testing

@Suite struct ControlStateTests {
    private func document(_ markup: String) -> Document { Document(parsing: "<form id=f>\(markup)</form>") }

    private func node(_ id: String, in document: Document) throws -> NodeID {
        try #require(document.element(withID: id))
    }

    @Test("Typed text counts until it is forgotten, whatever the markup says meanwhile")
    func typedText() throws {
        let document = document("<input id=a value=old>")
        let field = try node("a", in: document)
        #expect(document.value(of: field) == "old")
        document.setValue("ty\nped", of: field)
        document.setAttribute("value", to: "new", of: field)
        #expect(document.value(of: field) == "typed")
        #expect(document.selection(of: field) == 5..<5)
        document.resetValue(of: field)
        #expect(document.value(of: field) == "new")
    }

    @Test(
        "A colour that is none is black",
        arguments: [("", "#000000"), ("red", "#000000"), ("#12345", "#000000"), ("#AbCdEf", "#abcdef")])
    func colour(value: String, shown: String) throws {
        let document = document("<input id=a type=color value='\(value)'>")
        #expect(document.value(of: try node("a", in: document)) == shown)
    }

    @Test("A selection stays within the text and is counted in grapheme clusters")
    func selection() throws {
        let document = document("<input id=a value='e\u{301}👨‍👩‍👧x'><input id=b type=checkbox>")
        let field = try node("a", in: document)
        #expect(document.selection(of: field) == 3..<3)
        document.setSelection(1..<99, of: field)
        #expect(document.selection(of: field) == 1..<3)
        #expect(document.selection(of: try node("b", in: document)) == nil)
    }

    @Test("Ticking a radio unticks the others of its group, in its form only")
    func radioGroup() throws {
        let document = Document(
            parsing: """
                <form><input type=radio name=r id=a checked><input type=radio name=r id=b><input type=radio name=s id=c
                checked></form><form><input type=radio name=r id=d checked></form>
                """)
        document.setChecked(true, of: try node("b", in: document))
        let ticked = ["a", "b", "c", "d"].filter { document.element(withID: $0).map(document.isChecked) ?? false }
        #expect(ticked == ["b", "c", "d"])
    }

    @Test("A drop-down holds one choice, and another choice takes its place")
    func choice() throws {
        let document = document("<select id=s><option id=a>A<option id=b value=2>B<option id=c>C</select>")
        let select = try node("s", in: document)
        #expect(document.value(of: select) == "A")
        document.setSelected(try node("b", in: document), true)
        #expect(document.value(of: select) == "2")
        document.setValue("C", of: select)
        #expect(document.selectedOptions(of: select).map(document.optionText) == ["C"])
        document.setValue("no such", of: select)
        #expect(document.value(of: select) == "C")
        document.resetValue(of: select)
        #expect(document.value(of: select) == "A")
    }

    @Test("What a person does marks the control as changed")
    func revisions() throws {
        let document = document("<input id=a><input id=b type=checkbox>")
        for (id, act) in [
            ("a", { document.setValue("x", of: $0) }), ("b", { document.setChecked(true, of: $0) }),
            ("a", { document.setActiveElement($0) }),
        ] as [(String, (NodeID) -> Void)] {
            let before = document.checkpoint()
            let control = try node(id, in: document)
            act(control)
            #expect(document.revision(of: control) > before)
            #expect(document.revision(of: document.root) > before)
        }
    }

    @Test(
        "A label, a legend or an option is disabled as its surroundings say",
        arguments: [
            ("<fieldset disabled><div><button id=x></div></fieldset>", true),
            ("<fieldset disabled><legend><button id=x></legend></fieldset>", false),
            ("<fieldset disabled><fieldset><legend><button id=x></legend></fieldset></fieldset>", true),
            ("<select><optgroup disabled><option id=x></optgroup></select>", true),
            ("<select disabled><option id=x></select>", false), ("<a id=x disabled>", false),
            ("<input id=x disabled=false>", true),
        ])
    func disabled(markup: String, isDisabled: Bool) throws {
        let document = document(markup)
        #expect(document.isDisabled(try node("x", in: document)) == isDisabled)
    }
}
