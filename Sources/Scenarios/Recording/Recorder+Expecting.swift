import Basics
import HTMLTree
import Simulator
import TextLayout

/// What a person adds by a key of their own: what the scenario is to demand.
extension Recorder {
    private var document: Document { simulator.document }

    /// Expects what the element with the focus holds, or what state it is in.
    package func expectFocused() {
        guard let node = document.activeElement else { return tell("nothing has the focus") }
        guard let target = TargetChooser(simulator: simulator).target(of: node, for: .look) else {
            return tell("no target means this element alone")
        }
        let (check, needsFocus) = check(of: node)
        add(
            RecordedStep("expect", .mapping([YAMLPair("target", target.value), check]), remark: target.remark),
            needingFocusOn: needsFocus ? node : nil)
    }

    /// What is to be demanded of an element, and whether it must have the focus for that.
    private func check(of node: NodeID) -> (YAMLPair, needsFocus: Bool) {
        func value(_ text: String) -> (YAMLPair, Bool) { (YAMLPair("value", .literal(text)), false) }
        func state(_ word: String, needsFocus: Bool = false) -> (YAMLPair, Bool) {
            (YAMLPair("state", .plain(word)), needsFocus)
        }
        return switch document.controlKind(of: node) {
        case .text(.password): state("focused", needsFocus: true)
        case .text, .textarea, .range, .color, .output: value(document.value(of: node))
        case .select:
            document.selectedOptions(of: node).first.map { value(document.optionText(of: $0)) }
                ?? state("focused", needsFocus: true)
        case .checkbox, .radio: state(document.isChecked(node) ? "checked" : "unchecked")
        case .file: value(document.files(of: node).first?.name ?? "")
        case .button, .image, .hidden, nil: state("focused", needsFocus: true)
        }
    }

    /// Expects the banner that appeared last.
    package func expectNewestFlash() {
        guard let banner = simulator.newestBanner else { return tell("there is no banner") }
        guard let key = banner.key else { return expect(text: banner.text) }
        add(RecordedStep("expect", .mapping("flash", .mapping(key, .literal(banner.text)))))
    }

    /// Expects a text that was marked on the page: from one cell of its picture to another, or what is at a cell.
    package func expectText(from start: Position, to end: Position) {
        let text = start == end ? text(at: start) : text(from: min(start, end), to: max(start, end))
        guard let text, !text.isEmpty else { return tell("there is no text") }
        expect(text: text)
    }

    private func expect(text: String) { add(RecordedStep("expect", .literal(text))) }

    /// Compares the picture of the page with one that is kept under a name.
    package func addSnapshot(named name: String) {
        let name = name.foldingWhitespace()
        guard name.contains(where: { $0.isLetter || $0.isNumber }) else { return tell("a snapshot needs a name") }
        add(RecordedStep("snapshot", .literal(name)))
    }

    /// The text of the smallest element at a cell; of one that holds much, that of the row.
    private func text(at position: Position) -> String? {
        let longest = 120
        if let node = simulator.element(at: position) {
            let text = VisiblePage(simulator: simulator).text(of: node)
            if !text.isEmpty, text.count <= longest { return text }
        }
        let frame = simulator.frame()
        guard (0..<frame.size.rows).contains(position.row) else { return nil }
        return frame.text(ofRow: position.row).foldingWhitespace()
    }

    private func text(from start: Position, to end: Position) -> String {
        let frame = simulator.frame()
        let rows = max(0, start.row)...min(frame.size.rows - 1, max(start.row, end.row))
        let lines = rows.map { row in
            let cells = frame.row(row)
            let first = row == start.row ? start.column : 0
            let last = row == end.row ? min(end.column, cells.count - 1) : cells.count - 1
            return first <= last ? cells.dropFirst(first).prefix(last - first + 1).map(\.text).joined() : ""
        }
        return lines.joined(separator: " ").foldingWhitespace()
    }
}

extension Position {
    /// Where one reads first.
    fileprivate static func < (left: Position, right: Position) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

private func min(_ left: Position, _ right: Position) -> Position { right < left ? right : left }
private func max(_ left: Position, _ right: Position) -> Position { right < left ? left : right }
