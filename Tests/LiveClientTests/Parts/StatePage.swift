import HTMLTree
import LiveProtocol
import TestSupport

@testable import LiveClient

/// A page with fields, a hook, an ignored part, a stream and a component, on which a person and the server act by chance.
///
/// All that holds state has an id, so that it is the same element however the page is patched.
final class StatePage {
    /// Notes when its element is about to change, and when it has.
    private final class Recorder: ClientHook {
        let note: (String) -> Void
        init(_ note: @escaping (String) -> Void) { self.note = note }
        func beforeUpdate(_ context: HookContext) { note("before") }
        func updated(_ context: HookContext) { note("after") }
        func destroyed(_ context: HookContext) { note("destroyed") }
    }

    private static let root = Statics([
        "<h1>", #"</h1><form id="f" phx-change="v" class=""#, #""><input id="a" name="a" value=""#,
        #""><input id="b" name="b" type="checkbox""#, #"><select id="s" name="s">"#,
        #"</select><textarea id="t" name="t">"#, #"</textarea></form><div id="box" phx-hook="Recorder" class=""#,
        #""><i id="inner">"#, #"</i></div><div id="ig" phx-update="ignore" data-n=""#, #"">"#,
        #"</div><ul id="st" phx-update="stream">"#, "</ul>", "",
    ])
    private static let option = Statics([#"<option value=""#, #"">"#, "</option>"])
    private static let item = Statics([#"<li id="st-"#, #"">"#, "</li>"])
    private static let component = Statics([
        #"<section id="c"><input id="d" name="d" value=""#, #""><b>"#, "</b></section>",
    ])
    private static let leaving = Statics([
        #"<p id="l" phx-remove='[["transition",{"time":100,"transition":[["x"],[],[]]}]]'>"#, "</p>",
    ])

    private let clock = VirtualClock()
    private let host: ScriptedHost
    let client: LiveClient
    private var held: [ClientFrame] = []
    private var isHolding = false
    private var notes: [String] = []
    private var random: SeededGenerator
    private var optionCount = 3
    private var itemCount = 0
    private var tail = 0

    init(seed: UInt64, byParts: Bool) {
        random = SeededGenerator(seed: seed)
        let shell = #"<div id="v1" data-phx-main data-phx-session="S" data-phx-static="T"></div>"#
        host = ScriptedHost(respond: { _ in PageResponse(html: shell) }, answer: { _ in nil })
        client = LiveClient(host: host, clock: clock)
        client.settings.patchesByParts = byParts
        client.settings.hooks["Recorder"] = { [weak self] in Recorder { self?.notes.append($0) } }
        host.answer = { [weak self] in self?.answer(to: $0) }
        client.open("/")
        client.settle()
    }

    private func answer(to frame: ClientFrame) -> Reply? {
        switch frame.message {
        case .join: return .joined(JoinReply(rendered: whole))
        case .event where isHolding:
            held.append(frame)
            return nil
        case let message: return message.acknowledgement
        }
    }

    // MARK: The server

    private var whole: Diff {
        var node = NodeDiff(statics: .pieces(Self.root))
        for index in 0..<12 { node.dynamics[index] = .text("") }
        node.dynamics[4] = .node(NodeDiff(statics: .pieces(Self.option), keyed: options))
        node.dynamics[10] = .node(
            NodeDiff(statics: .pieces(Self.item), keyed: KeyedDiff(count: 0), stream: StreamDiff(reference: "0")))
        return Diff(root: node)
    }

    private var options: KeyedDiff {
        var keyed = KeyedDiff(count: optionCount)
        for index in 0..<optionCount {
            keyed.entries[index] = .update(NodeDiff(dynamics: [0: .text("\(index)"), 1: .text("O\(index)")]))
        }
        return keyed
    }

    /// Lets the server change something.
    private func push() {
        var diff = Diff()
        let text = DynamicDiff.text("\(number(below: 4))")
        switch number(below: 10) {
        case 0...2: diff.root.dynamics[[0, 1, 2, 5, 6, 7, 8, 9][number(below: 8)]] = text
        case 3: diff.root.dynamics[3] = .text(["", " checked", " disabled"][number(below: 3)])
        case 4:
            optionCount = number(below: 4)
            diff.root.dynamics[4] = .node(NodeDiff(keyed: options))
        case 5, 6: diff.root.dynamics[10] = .node(stream())
        case 7:
            tail = number(below: 3)
            switch tail {
            case 0: diff.root.dynamics[11] = .text("")
            case 1:
                diff.root.dynamics[11] = .node(
                    NodeDiff(statics: .pieces(Self.leaving), dynamics: [0: text], isRoot: true))
            default:
                diff.root.dynamics[11] = .component(1)
                diff.components[1] = NodeDiff(
                    statics: .pieces(Self.component), dynamics: [0: .text("x"), 1: text], isRoot: true)
            }
        default:
            guard tail == 2 else { break }
            diff.components[1] = NodeDiff(dynamics: [1: text])
        }
        host.transports.last?.push(.diff(diff), topic: "lv:v1")
    }

    private func stream() -> NodeDiff {
        var stream = StreamDiff(reference: "0", resets: number(below: 8) == 0)
        var keyed = KeyedDiff(count: number(below: 3))
        for index in 0..<keyed.count {
            itemCount = number(below: 2) == 0 ? itemCount + 1 : itemCount
            let item = number(below: itemCount + 1)
            guard !stream.inserts.contains(where: { $0.id == "st-\(item)" }) else {
                keyed.count = index
                break
            }
            stream.inserts.insert(
                StreamDiff.Insert(
                    id: "st-\(item)", at: number(below: 3) - 1, limit: number(below: 5) == 0 ? 3 : nil,
                    updateOnly: number(below: 6) == 0), at: 0)
            keyed.entries[index] = .update(NodeDiff(dynamics: [0: .text("\(item)"), 1: .text("\(number(below: 4))")]))
        }
        if number(below: 2) == 0 { stream.deletes.append("st-\(number(below: itemCount + 1))") }
        return NodeDiff(keyed: keyed, stream: stream)
    }

    // MARK: The person

    private func act() {
        let document = client.document
        func element(_ id: String) -> NodeID? { document.element(withID: id) }
        switch number(below: 9) {
        case 0: if let field = element("a") { client.input("typed \(number(below: 3))", into: field) }
        case 1: if let box = element("b") { client.click(box) }
        case 2:
            guard let select = element("s"), let option = document.options(of: select).randomElement(using: &random)
            else { break }
            client.choose([option], of: select)
        case 3: if let field = element("t") { client.input("written \(number(below: 3))", into: field) }
        case 4: if let field = element(["a", "b", "s", "t", "d"][number(below: 5)]) { client.focus(field) }
        case 5: client.blur()
        case 6:
            guard let box = element("box") else { break }
            client.run(##"[["toggle_class",{"names":["x"],"to":"#box"}]]"##, on: box, type: "click")
        case 7: if let inner = element("inner") { document.setAttribute("title", to: "edited", of: inner) }
        default: if let field = element("d") { client.input("deep", into: field) }
        }
    }

    /// One thing that happens.
    func step() {
        switch number(below: 8) {
        case 0...3: push()
        case 4...5: act()
        case 6:
            isHolding = number(below: 2) == 0
            while !isHolding, !held.isEmpty { host.transports.last?.reply(.handled(nil), to: held.removeFirst()) }
        default: while clock.runNext(until: clock.now + .milliseconds(200)) { client.settle() }
        }
        client.settle()
    }

    private func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    /// All that is to be the same: the HTML, the fields, the focus, what the hook saw.
    var state: String {
        let document = client.document
        guard let view = document.element(withID: "v1") else { return "no view" }
        let checked = document.elements(below: view).filter { document.isChecked($0) }
            .map { document.attribute("id", of: $0) ?? document.optionValue(of: $0) }
        let focused = document.activeElement.flatMap { document.attribute("id", of: $0) } ?? "nothing"
        return """
            \(NormalHTML.text(of: view, in: document))
            checked \(checked) focused \(focused) hook \(notes)
            \(client.diagnostics.map(\.message))
            """
    }
}
