import HTMLTree
import Simulator
import TextLayout

/// The document as a foldable tree; the selected element is outlined on the page.
final class ElementsPane: InspectorPane {
    private let simulator: Simulator
    private var tree: ElementTree
    private var generation: Int
    /// The rows that were drawn last.
    private var shown: [ElementTree.Row] = []
    private var height = 10
    /// What the styles of the selected element are, while they are looked at.
    private(set) var styles: TextPanel?
    private var styleLines: [StyledText] = []
    /// The lines broken for a width; nil where they are others since.
    private var brokenLines: (columns: Int, lines: [StyledText])?
    /// What is not to be shown.
    var secrets = Secrets()

    init(of simulator: Simulator) {
        self.simulator = simulator
        tree = ElementTree(of: simulator.document)
        generation = simulator.client.documentGeneration
    }

    private var document: Document { simulator.document }

    /// The selected element.
    var selected: NodeID? {
        followLoads()
        return tree.selected.flatMap { document.isAlive($0) ? $0 : nil }
            .flatMap { document.isElement($0) ? $0 : document.parentElement(of: $0) }
    }

    /// Another page has other elements.
    private func followLoads() {
        guard simulator.client.documentGeneration != generation else { return }
        generation = simulator.client.documentGeneration
        tree = ElementTree(of: document)
        styles = nil
    }

    // MARK: - Moving

    func move(_ step: ScrollStep) {
        if styles != nil {
            styles?.scroll(step)
            return
        }
        followLoads()
        tree.move(step, height: height)
        reveal()
    }

    func fold() {
        if styles != nil { return hideStyles() }
        followLoads()
        tree.fold()
        reveal()
    }

    func unfold() {
        guard styles == nil else { return }
        followLoads()
        tree.unfold()
        reveal()
    }

    func toggle() {
        guard styles == nil else { return }
        followLoads()
        tree.toggle()
    }

    func select(shownRow: Int) {
        guard styles == nil, shown.indices.contains(shownRow), document.isAlive(shown[shownRow].node) else { return }
        if tree.selected == shown[shownRow].node { tree.toggle() } else { tree.select(shown[shownRow].node) }
        reveal()
    }

    func select(_ node: NodeID) {
        followLoads()
        guard document.isAlive(node) else { return }
        styles = nil
        tree.select(node)
    }

    /// Selects the next element that fits what was typed: a CSS selector, or a part of a name, an id, a class or a text.
    ///
    /// - Returns: Whether there is one.
    func find(_ text: String) -> Bool {
        followLoads()
        let selector = try? Selector(text)
        let found = tree.find { node in
            if let selector, document.matches(node, selector) { return true }
            return document.attribute("id", of: node)?.contains(text) == true
                || document.attribute("class", of: node)?.contains(text) == true
                || ElementText.hasText(document.name(of: node))
                    && document.children(of: node).contains {
                        document.isText($0) && document.text(of: $0).contains(text)
                    }
        }
        if found { reveal() }
        return found
    }

    /// Scrolls the page so that the selected element is seen there.
    private func reveal() {
        if let selected { simulator.reveal(selected) }
    }

    // MARK: - Styles

    func showStyles() {
        guard styles == nil, let selected else { return hideStyles() }
        let text = ElementText(document: document, secrets: secrets)
        show(StyleLines(simulator: simulator, text: text).lines(for: selected))
    }

    func hideStyles() { styles = nil }

    /// What of all the page's styles means nothing.
    func showIgnored() {
        show(StyleLines.lines(for: simulator.ignoredDeclarations, sheetName: simulator.sheetName))
    }

    private func show(_ lines: [StyledText]) {
        styleLines = lines
        brokenLines = nil
        styles = TextPanel(title: "")
    }

    // MARK: - Picture

    /// The selected element on the page.
    var highlights: [PageHighlight] {
        guard let selected else { return [] }
        return simulator.pageRectangles(of: selected).map { PageHighlight(area: $0, kind: .outlined) }
    }

    var note: String {
        guard styles == nil, let selected, let first = simulator.pageRectangles(of: selected).first else { return "" }
        return "\(first.size.columns)x\(first.size.rows) at \(first.origin.column),\(first.origin.row)"
    }

    func draw(into frame: inout Frame, area: Rect, hasFocus: Bool) {
        followLoads()
        height = area.size.rows
        if styles != nil {
            let columns = max(1, area.size.columns)
            if brokenLines?.columns != columns {
                brokenLines = (columns, styleLines.flatMap { $0.wrapped(to: columns) })
            }
            styles?.update(rows: area.size.rows, brokenLines?.lines ?? [])
            styles?.drawLines(into: &frame, area: area)
            return
        }
        shown = tree.rows(height: height)
        let text = ElementText(document: document, secrets: secrets)
        let rows = shown.map { row in
            (
                row: InspectorRow(
                    depth: row.depth, fold: row.fold, text: text.line(for: row.node, isLeaf: row.fold == .leaf)),
                isSelected: row.node == tree.selected
            )
        }
        draw(rows, into: &frame, area: area, hasFocus: hasFocus)
    }
}
