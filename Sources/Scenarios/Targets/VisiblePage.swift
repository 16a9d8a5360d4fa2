import Basics
import HTMLTree
import Simulator

/// What of a page is to be seen, as text.
struct VisiblePage {
    let simulator: Simulator

    var document: Document { simulator.document }

    /// The text of the whole page, white space folded.
    var text: String { text(of: document.root) }

    /// The text of an element as it is seen, white space folded: fields by what they hold, drop-downs by what is chosen.
    func text(of node: NodeID) -> String {
        var text = ""
        collect(node, into: &text)
        return text.foldingWhitespace()
    }

    /// Whether an element is to be seen.
    func isVisible(_ node: NodeID) -> Bool { document.isAlive(node) && simulator.isDisplayed(node) }

    /// The visible elements below a node, in document order.
    func elements(below node: NodeID) -> [NodeID] {
        document.elements(below: node).filter { simulator.isDisplayed($0) }
    }

    /// Walks without recursion, for a page may be nested as deep as it likes.
    private func collect(_ top: NodeID, into text: inout String) {
        var pending: [Visit] = [.node(top)]
        while let visit = pending.popLast() {
            guard case .node(let node) = visit else {
                text += " "
                continue
            }
            if document.isText(node) {
                text += document.text(of: node)
                continue
            }
            if document.isElement(node) {
                guard simulator.isDisplayed(node) else { continue }
                if let shown = replacement(of: node) {
                    text += " \(shown) "
                    continue
                }
                if !Self.inline.contains(document.name(of: node)) {
                    text += " "
                    pending.append(.edge)
                }
            }
            var child = document.lastChild(of: node)
            while let next = child {
                pending.append(.node(next))
                child = document.previousSibling(of: next)
            }
        }
    }

    private enum Visit {
        case node(NodeID)
        /// The end of a block, where a word ends.
        case edge
    }

    /// What stands in the place of a control's markup.
    private func replacement(of node: NodeID) -> String? {
        guard let kind = document.controlKind(of: node) else { return nil }
        switch kind {
        case .text(.password), .checkbox, .radio, .hidden, .file, .color, .range: return ""
        case .text, .textarea: return document.value(of: node)
        case .select: return document.selectedOptions(of: node).map(document.optionText).joined(separator: " ")
        case .button, .image: return document.name(of: node) == "input" ? document.accessibleName(of: node) : nil
        case .output: return nil
        }
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
}
