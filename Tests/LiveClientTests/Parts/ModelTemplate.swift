import LiveProtocol

/// A template of the tests, with the kinds of what can stand in its places.
struct ModelTemplate: Equatable {
    /// What a place can hold.
    enum Slot: Equatable {
        /// Text, and now and then markup.
        case text
        /// What stands in an attribute's value.
        case value
        /// Whole attributes, or none.
        case attributes
        /// A number that no other element has.
        case id
        /// Nodes, lists, texts or nothing.
        case flow
        /// A list of rows of one of these templates, or nothing.
        case rows([ModelTemplate])
    }

    let statics: Statics
    let slots: [Slot]
    let isRoot: Bool

    /// - Parameter pieces: The pieces with the slots between them.
    init(_ pieces: [String], _ slots: [Slot], isRoot: Bool = false) {
        precondition(pieces.count == slots.count + 1, "a template has one piece more than it has slots")
        statics = Statics(pieces)
        self.slots = slots
        self.isRoot = isRoot
    }

    func html(_ dynamics: [ModelDynamic]) -> String {
        zip(statics.pieces, dynamics.map(\.html) + [""]).map { $0 + $1 }.joined()
    }
}

extension ModelTemplate {
    /// Templates that can be cut into parts.
    static let plain: [ModelTemplate] = [
        ModelTemplate([#"<div class="a "#, #"">"#, "</div>"], [.value, .flow], isRoot: true),
        ModelTemplate(["<p>", " and <b>", "</b></p>"], [.text, .text]),
        ModelTemplate(["<section>\n", "<hr>", "</section>"], [.flow, .flow], isRoot: true),
        ModelTemplate(["", " ", ""], [.flow, .flow]),
        ModelTemplate(["", ""], [.flow]),
        ModelTemplate(["<ul>", "</ul>"], [.rows([item, keyedItem])]),
        ModelTemplate(["<ol><li>first</li>", "<li>last</li></ol>"], [.rows([loneItem, keyedItem])]),
        ModelTemplate(["<table>", "</table>"], [.rows([row])]),
        ModelTemplate(
            ["<table><thead><tr><th>", "</th></tr></thead>\n<tbody>", "</tbody></table>"], [.text, .rows([row])]),
        ModelTemplate(["<table><tr><td>", "</td></tr>", "</table>"], [.text, .rows([row])]),
        ModelTemplate([#"<select name="s""#, ">", "</select>"], [.attributes, .rows([option])]),
        ModelTemplate([#"<textarea name="t">"#, "</textarea>"], [.value]),
        ModelTemplate(
            [#"<svg viewBox="0 0 "#, #" 1"><g>"#, "</g><title>", "</title></svg>"], [.value, .rows([shape]), .value]),
        ModelTemplate([#"<input name="x" value=""#, #"""#, ">"], [.value, .attributes]),
        ModelTemplate([#"<input type="checkbox""#, #" class=""#, #"">"#], [.attributes, .value]),
        ModelTemplate([#"<a href="/x?q="#, #"&amp;r=1">"#, "</a>"], [.value, .text]),
        ModelTemplate(["<pre>", "</pre>"], [.text]),
        ModelTemplate([#"<span title='"#, "-", "'>fixed</span>"], [.value, .value], isRoot: true),
        ModelTemplate([#"<h1 id="h"#, #"">fixed</h1>"#], [.id]),
        ModelTemplate(["<!-- fixed --><em>", "</em>"], [.text], isRoot: true),
    ]

    /// Templates that mean something only together with what is around them, or that hold dynamics in odd places.
    static let odd: [ModelTemplate] = [
        ModelTemplate(["<p>", "</p>"], [.flow]),
        ModelTemplate(["<b>", ""], [.text]),
        ModelTemplate(["</i>", "<i>"], [.text]),
        ModelTemplate(["<!-- ", " -->"], [.value]),
        ModelTemplate(["<style>.a { --x: ", " }</style>"], [.value]),
        ModelTemplate(["<h", ">text</h2>"], [.tag]),
        ModelTemplate(["<input value=", ">"], [.tag]),
        ModelTemplate(["<table>", "", "</table>"], [.rows([row]), .rows([row])]),
        ModelTemplate(["<table>", "</table>"], [.text]),
        ModelTemplate(["<tr><td>", "</td></tr>"], [.text]),
        ModelTemplate(["<li>a<li>", ""], [.text]),
        ModelTemplate(["<template><b>", "</b></template>"], [.text]),
        ModelTemplate(["<button>", "</button>"], [.flow]),
        ModelTemplate(["<a>", "</a>"], [.flow]),
    ]

    static let item = ModelTemplate(["<li>", "</li>"], [.text], isRoot: true)
    static let loneItem = ModelTemplate(["\n<li>", "</li>"], [.text])
    static let keyedItem = ModelTemplate([#"<li id="i"#, #"">"#, "</li>"], [.id, .flow])
    static let row = ModelTemplate(["<tr><td>", "</td><td>", "</td></tr>"], [.text, .text], isRoot: true)
    static let option = ModelTemplate([#"<option value=""#, #"""#, ">", "</option>"], [.value, .attributes, .value])
    static let shape = ModelTemplate([#"<path d=""#, #""/>"#], [.value])
}

extension ModelTemplate.Slot {
    /// A number from 1 to 3, as it fits into the name of a heading.
    static let tag = Self.id
}
