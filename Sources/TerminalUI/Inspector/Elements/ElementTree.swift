import HTMLTree

/// A document as a tree of rows, of which one is selected.
///
/// Rows are found by walking from the first that is in sight, so that a document may be of any size.
struct ElementTree {
    struct Row: Equatable {
        let node: NodeID
        /// From the outermost element on, which has 0.
        let depth: Int
        let fold: InspectorRow.Fold
    }

    let document: Document
    private(set) var selected: NodeID?
    /// The elements around the selected one, the nearest first, for when it has left the page.
    private var trail: [NodeID] = []
    private var unfolded: Set<NodeID> = []
    private var top: NodeID?

    /// A tree whose outermost levels are unfolded, as far as that makes no more than some rows.
    ///
    /// - Parameter rows: How many.
    init(of document: Document, rows: Int = 24) {
        self.document = document
        selected = outermost
        top = selected
        unfoldLevels(rows: rows)
    }

    /// The element that all is in.
    private var outermost: NodeID? { document.children(of: document.root).first(where: document.isElement) }

    private mutating func unfoldLevels(rows: Int) {
        var left = rows
        var level = [outermost].compactMap(\.self)
        while !level.isEmpty {
            var next: [NodeID] = []
            for node in level where document.name(of: node) != "head" {
                var count = 0
                var children: [NodeID] = []
                var child = firstRow(in: node)
                while let current = child, count <= left {
                    count += 1
                    children.append(current)
                    child = nextRow(after: current)
                }
                guard count > 0, count <= left else { continue }
                left -= count
                unfolded.insert(node)
                next += children.filter { document.isElement($0) && !isLeaf($0) }
            }
            level = next
        }
    }

    // MARK: - What is a row

    /// Whether a node has a row of its own: an element, and text beside other things.
    private func isRow(_ node: NodeID) -> Bool {
        switch document.kind(of: node) {
        case .element: true
        case .text: document.text(of: node).utf8.contains { $0 > 0x20 }
        case .document, .doctype, .comment, .fragment: false
        }
    }

    /// Whether nothing in an element has a row: it has no content, or text alone, which stands in its own row.
    func isLeaf(_ node: NodeID) -> Bool {
        guard let first = firstRow(in: node) else { return true }
        return document.isText(first) && nextRow(after: first) == nil
    }

    private func firstRow(in node: NodeID) -> NodeID? { row(from: document.firstChild(of: node), document.nextSibling) }

    private func lastRow(in node: NodeID) -> NodeID? {
        row(from: document.lastChild(of: node), document.previousSibling)
    }

    private func nextRow(after node: NodeID) -> NodeID? {
        row(from: document.nextSibling(of: node), document.nextSibling)
    }

    private func previousRow(before node: NodeID) -> NodeID? {
        row(from: document.previousSibling(of: node), document.previousSibling)
    }

    /// The first node that has a row, from one on.
    private func row(from start: NodeID?, _ step: (NodeID) -> NodeID?) -> NodeID? {
        var node = start
        while let current = node, !isRow(current) { node = step(current) }
        return node
    }

    private func isUnfolded(_ node: NodeID) -> Bool { unfolded.contains(node) && !isLeaf(node) }

    private func fold(of node: NodeID) -> InspectorRow.Fold {
        isLeaf(node) ? .leaf : unfolded.contains(node) ? .unfolded : .folded
    }

    // MARK: - Walking

    /// The row below one, and how many levels further out or in it is.
    private func below(_ node: NodeID) -> (node: NodeID, levels: Int)? {
        if isUnfolded(node), let child = firstRow(in: node) { return (child, 1) }
        var current = node
        var levels = 0
        while true {
            if let sibling = nextRow(after: current) { return (sibling, levels) }
            guard let parent = document.parentElement(of: current) else { return nil }
            current = parent
            levels -= 1
        }
    }

    private func above(_ node: NodeID) -> NodeID? {
        guard var current = previousRow(before: node) else { return document.parentElement(of: node) }
        guard document.isElement(current) || document.parentElement(of: current) != nil else { return nil }
        while isUnfolded(current), let last = lastRow(in: current) { current = last }
        return current
    }

    private func depth(of node: NodeID) -> Int {
        document.ancestors(of: node).reduce(0) { document.isElement($1) ? $0 + 1 : $0 }
    }

    /// The rows in sight, the selected one among them.
    ///
    /// - Parameter height: How many there is room for.
    mutating func rows(height: Int) -> [Row] {
        guard height > 0, let selected = livingSelection() else { return [] }
        if let top, document.isAlive(top), document.isConnected(top), isRow(top), isReachable(top) {
            let rows = rows(from: top, count: height)
            if rows.contains(where: { $0.node == selected }) { return filled(rows, height) }
        }
        // Above what was in sight the selected row is the first, below it the last.
        var first = selected
        if let top, document.isAlive(top), document.isConnected(top), document.precedes(top, selected) {
            for _ in 1..<max(2, height) { first = above(first) ?? first }
        }
        top = first
        return rows(from: first, count: height)
    }

    /// Begins further up where the rows do not fill the height.
    private mutating func filled(_ rows: [Row], _ height: Int) -> [Row] {
        guard rows.count < height, var first = rows.first?.node else { return rows }
        for _ in rows.count..<height {
            guard let above = above(first) else { break }
            first = above
        }
        top = first
        return self.rows(from: first, count: height)
    }

    private func rows(from first: NodeID, count: Int) -> [Row] {
        var rows: [Row] = []
        var node = first
        var depth = depth(of: first)
        while true {
            rows.append(Row(node: node, depth: depth, fold: fold(of: node)))
            guard rows.count < count, let next = below(node) else { return rows }
            node = next.node
            depth += next.levels
        }
    }

    /// Whether everything around a node is unfolded.
    private func isReachable(_ node: NodeID) -> Bool {
        document.ancestors(of: node).allSatisfy { !document.isElement($0) || unfolded.contains($0) }
    }

    /// The selected node, or what is left of the elements around it.
    private mutating func livingSelection() -> NodeID? {
        let candidates = [selected].compactMap(\.self) + trail
        let living = candidates.first { document.isAlive($0) && document.isConnected($0) && isRow($0) } ?? outermost
        if let living, living != selected || !isReachable(living) { select(living) }
        return selected
    }

    // MARK: - Selecting and folding

    /// Selects a node and unfolds all around it.
    mutating func select(_ node: NodeID) {
        var node = node
        // The only text of an element stands in the row of that.
        if document.isText(node), let parent = document.parentElement(of: node), isLeaf(parent) { node = parent }
        selected = node
        trail = document.ancestors(of: node).filter(document.isElement)
        unfolded.formUnion(trail)
    }

    mutating func move(_ step: ScrollStep, height: Int) {
        guard let selected = livingSelection() else { return }
        let page = max(1, height - 1)
        switch step {
        case .lineUp: select(row(-1, from: selected))
        case .lineDown: select(row(1, from: selected))
        case .pageUp: select(row(-page, from: selected))
        case .pageDown: select(row(page, from: selected))
        case .top: if let outermost { select(outermost) }
        case .bottom:
            guard var last = outermost else { return }
            while isUnfolded(last), let inner = lastRow(in: last) { last = inner }
            select(last)
        }
    }

    /// The row so many rows further down, or up for a negative number, as far as there are some.
    private func row(_ distance: Int, from node: NodeID) -> NodeID {
        var node = node
        for _ in 0..<abs(distance) {
            guard let next = distance < 0 ? above(node) : below(node)?.node else { break }
            node = next
        }
        return node
    }

    mutating func fold() {
        guard let selected = livingSelection() else { return }
        if isUnfolded(selected) {
            unfolded.remove(selected)
        } else if let parent = document.parentElement(of: selected) {
            select(parent)
        }
    }

    mutating func unfold() {
        guard let selected = livingSelection(), !isLeaf(selected) else { return }
        if unfolded.insert(selected).inserted { return }
        if let child = firstRow(in: selected) { select(child) }
    }

    mutating func toggle() {
        guard let selected = livingSelection(), !isLeaf(selected) else { return }
        if unfolded.remove(selected) == nil { unfolded.insert(selected) }
    }

    /// The next element after the selected one that fits, round the end of the document.
    mutating func find(_ fits: (NodeID) -> Bool) -> Bool {
        guard let selected = livingSelection() else { return false }
        var first: NodeID?
        var isBehind = false
        for node in document.elements(below: document.root) {
            if node == selected {
                isBehind = true
                continue
            }
            guard isBehind || first == nil, fits(node) else { continue }
            if isBehind {
                select(node)
                return true
            }
            first = node
        }
        if let first { select(first) }
        return first != nil || fits(selected)
    }
}
