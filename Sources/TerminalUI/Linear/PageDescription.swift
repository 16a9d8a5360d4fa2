import Basics
import HTMLTree
import Simulator
import TextLayout

/// A page in words, one thing a line, in the order in which it is read (TheTerminal.md, "Line by line").
struct PageDescription {
    struct Line: Hashable {
        let node: NodeID
        let text: String
        var isBanner = false
    }

    /// Of a longer page, the rest is left out.
    static let mostLines = 5_000

    private(set) var lines: [Line] = []

    init(of simulator: Simulator) {
        var reader = PageReader(simulator: simulator)
        reader.read()
        lines = reader.lines
    }
}

/// Goes through a document and says what is in it.
private struct PageReader {
    private enum Step {
        case enter(NodeID)
        case leave(NodeID)
    }

    let simulator: Simulator
    private(set) var lines: [PageDescription.Line] = []
    private let banners: [NodeID: Banner]
    private var text = ""
    private var textNode: NodeID?
    /// What the next line begins with, such as `heading 2, `.
    private var prefix = ""
    /// The elements around whose own text a control says as its name.
    private var labels: Set<NodeID> = []

    init(simulator: Simulator) {
        self.simulator = simulator
        banners = Dictionary(simulator.banners.map { ($0.node, $0) }) { first, _ in first }
    }

    private var document: Document { simulator.document }

    mutating func read() {
        if let modal = simulator.modal {
            for banner in simulator.banners where !document.contains(modal, banner.node) { say(banner) }
            read(below: modal)
        } else {
            read(below: document.root)
        }
    }

    private mutating func read(below top: NodeID) {
        // A list of steps in place of recursion: nobody says how deep a page is.
        var steps: [Step] = [.enter(top)]
        while let step = steps.popLast(), lines.count < PageDescription.mostLines {
            switch step {
            case .leave(let node):
                if !Self.isInline(document.name(of: node)) { endLine() }
                labels.remove(node)
            case .enter(let node):
                if document.isText(node) {
                    if labels.isEmpty { add(document.text(of: node), of: node) }
                } else if node == document.root || (document.isElement(node) && isRead(node)) {
                    guard node == document.root || enter(node) else { continue }
                    if node != document.root { steps.append(.leave(node)) }
                    steps += document.children(of: node).reversed().map(Step.enter)
                }
            }
        }
        endLine()
    }

    private func isRead(_ node: NodeID) -> Bool {
        document.attribute("aria-hidden", of: node) != "true" && simulator.isDisplayed(node)
    }

    /// Says what an element is.
    ///
    /// - Returns: Whether what is in it is still to be said.
    private mutating func enter(_ node: NodeID) -> Bool {
        let name = document.name(of: node)
        if !Self.isInline(name) { endLine() }
        if let banner = banners[node] {
            say(banner)
            return false
        }
        let words = ElementWords(simulator: simulator)
        if words.isWhole(node) {
            say(words.text(of: node), of: node)
            return false
        }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": prefix += "heading \(name.dropFirst()), "
        case "li": prefix += "- "
        case "ul", "ol", "menu":
            let items = document.children(of: node).filter { document.name(of: $0) == "li" && isRead($0) }.count
            if items > 1 { say("list of \(items)", of: node) }
        case "img":
            if let alternative = document.attribute("alt", of: node), !alternative.isEmpty {
                add(" image \(alternative) ", of: node)
            }
        case "br": add(" ", of: node)
        case "blockquote": prefix += "quotation, "
        case "fieldset", "dialog":
            say("\(name == "dialog" ? "dialog" : "group") \(document.accessibleName(of: node))", of: node)
        case "legend", "caption": return false
        case "label": if document.labeledControl(of: node) != nil { labels.insert(node) }
        case "table":
            let rows = document.elements(below: node).filter { document.name(of: $0) == "tr" }.count
            let name = document.accessibleName(of: node)
            say("table\(name.isEmpty ? "" : " \(name)"), \(rows) \(rows == 1 ? "row" : "rows")", of: node)
        case "tr":
            say(TableRowWords(simulator: simulator).text(of: node), of: node)
            for control in document.elements(below: node) where words.isWhole(control) && isRead(control) {
                say(words.text(of: control), of: control)
            }
            return false
        default:
            if document.attribute("role", of: node) == "dialog" {
                say("dialog \(document.accessibleName(of: node))", of: node)
            }
        }
        return true
    }

    private mutating func say(_ banner: Banner) {
        endLine()
        let key = banner.label.isEmpty ? "" : ", press \(simulator.isEditing ? "alt+" : "")\(banner.label) to dismiss"
        lines.append(
            PageDescription.Line(
                node: banner.node, text: tamed("banner \(banner.key.map { "\($0): " } ?? "")\(banner.text)\(key)"),
                isBanner: true))
    }

    private mutating func say(_ words: String, of node: NodeID) {
        endLine()
        let words = tamed(prefix + words)
        prefix = ""
        if !words.isEmpty { lines.append(PageDescription.Line(node: node, text: words)) }
    }

    private mutating func add(_ text: String, of node: NodeID) {
        if self.text.isEmpty { textNode = document.parentElement(of: node) ?? node }
        self.text += text
    }

    private mutating func endLine() {
        let words = tamed(text)
        text = ""
        guard !words.isEmpty, let node = textNode else { return }
        lines.append(PageDescription.Line(node: node, text: tamed(prefix) + (prefix.isEmpty ? "" : " ") + words))
        prefix = ""
    }

    private func tamed(_ text: String) -> String { ReadableText.line(text.foldingWhitespace()) }

    private static func isInline(_ name: String) -> Bool { inline.contains(name) }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
}

/// A row of a table in one line: each cell with the head of its column.
private struct TableRowWords {
    let simulator: Simulator

    private var document: Document { simulator.document }

    func text(of row: NodeID) -> String {
        let cells = cells(of: row)
        let heads = heads(above: row)
        return cells.enumerated().compactMap { place, cell in
            let text = plainText(of: cell)
            guard !text.isEmpty else { return nil }
            let isHead = document.name(of: cell) == "th"
            guard !isHead, heads.indices.contains(place), !heads[place].isEmpty else { return text }
            return "\(heads[place]): \(text)"
        }.joined(separator: "; ")
    }

    private func heads(above row: NodeID) -> [String] {
        guard let table = document.ancestors(of: row).first(where: { document.name(of: $0) == "table" }),
            let first = document.elements(below: table).first(where: { document.name(of: $0) == "tr" }), first != row
        else { return [] }
        let cells = cells(of: first)
        return cells.allSatisfy { document.name(of: $0) == "th" } ? cells.map(plainText) : []
    }

    private func cells(of row: NodeID) -> [NodeID] {
        document.children(of: row).filter { ["td", "th"].contains(document.name(of: $0)) }
    }

    /// The text of a cell without what is said for itself.
    private func plainText(of cell: NodeID) -> String {
        let words = ElementWords(simulator: simulator)
        let apart = document.elements(below: cell).filter(words.isWhole)
        let texts = document.descendants(of: cell).filter { node in
            document.isText(node) && !apart.contains { document.contains($0, node) }
        }
        return texts.map(document.text(of:)).joined().foldingWhitespace()
    }
}
