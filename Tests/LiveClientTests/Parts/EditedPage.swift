import HTMLTree
import LiveProtocol
import TestSupport

@testable import LiveClient

/// A page of fields, details, hooks and lists, some with ids and some without, which a server edits by chance, and on whose
/// elements a person and commands act by chance.
///
/// Elements are told apart by their place in the page, so that nothing here needs an id.
final class EditedPage {
    /// Notes each call with what its element holds.
    private final class Recorder: ClientHook {
        let note: (String) -> Void
        init(_ note: @escaping (String) -> Void) { self.note = note }
        func mounted(_ context: HookContext) { note("mounted \(context["title"] ?? "")") }
        func beforeUpdate(_ context: HookContext) { note("before \(context["title"] ?? "")") }
        func updated(_ context: HookContext) { note("updated \(context["title"] ?? "")") }
        func destroyed(_ context: HookContext) { note("destroyed \(context["title"] ?? "")") }
    }

    /// What a page is made of: how the elements of its rows are told apart.
    enum Identity: CaseIterable {
        /// No element has an id but those with hooks, which must.
        case none
        /// Every other kind of row has ids.
        case some
        /// All rows have ids.
        case all

        fileprivate var templates: [ModelTemplate] {
            let hooked = ModelTemplate(
                [#"<div id="h"#, #"" phx-hook="Recorder" title=""#, #"">"#, "</div>"], [.id, .value, .flow],
                isRoot: true)
            let bare: [ModelTemplate] = [
                ModelTemplate(["<ul>", "</ul>"], [.rows([Self.fields(""), Self.details("")])]),
                ModelTemplate(["<div>", "<hr>", "</div>"], [.flow, .flow], isRoot: true),
                ModelTemplate(["<p>", " and <b>", "</b></p>"], [.text, .text]),
                ModelTemplate([#"<input name="x" value=""#, #"">"#], [.value]),
                ModelTemplate(["<textarea>", "</textarea>"], [.value]),
                ModelTemplate(["", "<i>", "</i>"], [.flow, .text]),
                hooked,
            ]
            let named: [ModelTemplate] = [
                ModelTemplate(["<ul>", "</ul>"], [.rows([Self.fields("f"), Self.details("d")])]),
                ModelTemplate([#"<input id="x"#, #"" name="x" value=""#, #"">"#], [.id, .value]),
                ModelTemplate(["<section>", "</section>"], [.flow], isRoot: true),
                hooked,
            ]
            return switch self {
            case .none: bare
            case .some: bare + named
            case .all: named
            }
        }

        /// - Parameter prefix: What ids begin with; "" for none, where the number stands in the title.
        private static func fields(_ prefix: String) -> ModelTemplate {
            ModelTemplate(
                [
                    prefix.isEmpty ? #"<li title=""# : #"<li id="\#(prefix)"#, #""><input name="a" value=""#,
                    #""><input type="checkbox"><button>b</button>"#, "</li>",
                ], [.id, .value, .text], isRoot: true)
        }

        private static func details(_ prefix: String) -> ModelTemplate {
            ModelTemplate(
                [
                    prefix.isEmpty ? #"<li title=""# : #"<li id="\#(prefix)"#, #""><details><summary>"#,
                    #"</summary><input type="radio" name="r"></details>"#, "</li>",
                ], [.id, .text, .flow], isRoot: true)
        }
    }

    private let page: LivePage
    private var generator: ModelGenerator
    private var node: ModelNode
    /// What happened, for the messages of a test.
    private var history = ["join"]
    private var last = "join" {
        didSet { history.append(last) }
    }
    /// The last of what happened.
    var lastSteps: String { history.suffix(8).joined(separator: "\n") }

    init(seed: UInt64, _ identity: Identity, byParts: Bool) throws {
        generator = ModelGenerator(seed: seed, templates: identity.templates)
        node = generator.root()
        let box = Box()
        page = try LivePage(joining: Diff(root: node.whole)) {
            $0.settings.patchesByParts = byParts
            $0.settings.hooks["Recorder"] = { Recorder { box.notes.append($0) } }
        }
        self.box = box
    }

    /// Where the hooks write, which are made before the page is.
    private final class Box { var notes: [String] = [] }
    private let box: Box

    var client: LiveClient { page.client }

    /// One thing that happens.
    func step() {
        if number(below: 2) == 0 {
            let old = node
            generator.change(&node)
            let diff = node.diff(from: old)
            last = "\(old.html)\n-> \(node.html)\nby \(diff.json)"
            page.push(.diff(Diff(root: diff)))
        } else if number(below: 6) == 0 {
            last = "time"
            page.advance(by: 250)
        } else {
            act()
        }
        page.client.settle()
    }

    /// Lets a person do something to an element, or a command.
    private func act() {
        let document = page.document
        let elements = self.elements
        guard !elements.isEmpty else { return }
        let place = number(below: elements.count)
        let node = elements[place]
        let name = document.name(of: node)
        let deed = number(below: 5)
        last = "\(name) at \(place): \(deed)"
        switch (deed, name) {
        case (0, "input"), (0, "textarea"), (1, "input"), (1, "textarea"):
            guard document.selection(of: node) != nil else { return client.click(node) }
            client.focus(node)
            client.input("typed \(number(below: 3))", into: node)
            if deed == 1 { document.setSelection(1..<3, of: node) }
        case (0, "summary"), (1, "summary"): client.click(node)
        case (2, _): if document.isFocusable(node) { client.focus(node) }
        case (3, _): client.run(#"[["hide",{"time":100,"transition":[["a"],["b"],["c"]]}]]"#, on: node, type: "click")
        case (4, _):
            client.run(
                #"[["toggle_class",{"names":["lit"]}],["set_attr",{"attr":["lang","x"]}]]"#, on: node, type: "click")
        default: client.run(#"[["show",{"time":100}]]"#, on: node, type: "click")
        }
    }

    private func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &generator.random) }

    private var elements: [NodeID] {
        page.document.element(withID: "v1").map { Array(page.document.elements(below: $0)) } ?? []
    }

    /// All that is to be the same: the HTML with classes, styles and transitions, and of each element, by its place, value,
    /// tick, whether it is open, focus and caret; then what the hooks heard.
    var state: String {
        let document = page.document
        guard let view = document.element(withID: "v1") else { return "no view" }
        let elements = elements.enumerated().map { place, node in
            var words = "\(place) \(document.name(of: node))"
            if document.selection(of: node) != nil { words += " \(document.value(of: node).debugDescription)" }
            if document.isChecked(node) { words += " ticked" }
            if document.hasAttribute("open", of: node) { words += " open" }
            if document.activeElement == node {
                words += " focused \(document.selection(of: node).map { "\($0)" } ?? "")"
            }
            return words
        }
        return """
            \(NormalHTML.text(of: view, in: document))
            \(elements.joined(separator: "\n"))
            \(box.notes.joined(separator: "\n"))
            \(client.diagnostics.map(\.message))
            """
    }
}
