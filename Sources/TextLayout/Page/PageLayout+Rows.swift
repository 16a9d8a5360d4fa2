import HTMLTree

/// The head of a table, and where it is on the page.
package struct TableHead: Hashable, Sendable {
    /// The rows of the head, with the line below it.
    package let rows: Range<Int>
    /// The rows of the whole table.
    package let tableRows: Range<Int>
    /// The columns of the whole table.
    package let columns: Range<Int>
}

extension PageLayout {
    /// The elements with a box of their own that reach into some rows of the page, outer ones before inner ones.
    package func elements(inRows rows: Range<Int>) -> [NodeID] {
        var found: [NodeID] = []
        visitBoxes(inRows: rows) { box, _ in
            if let node = box.node { found.append(node) }
        }
        return found
    }

    /// The heads of the tables that reach into a row of the page, outer ones before inner ones.
    package func tableHeads(atRow row: Int) -> [TableHead] {
        var heads: [TableHead] = []
        visitBoxes(inRows: row..<row + 1) { box, origin in
            guard case .table(let table) = box.content, let head = Self.headRows(of: table, document) else { return }
            let rows = origin.row + head.lowerBound..<origin.row + head.upperBound
            heads.append(
                TableHead(
                    rows: rows, tableRows: origin.row..<origin.row + box.size.rows,
                    columns: origin.column..<origin.column + box.size.columns))
        }
        return heads
    }

    /// Calls with each box that reaches into some rows, and its place on the page. Of boxes one below the other only those
    /// are looked at that do.
    private func visitBoxes(inRows rows: Range<Int>, _ body: (Box, Position) -> Void) {
        if let root { visit(root, in: Position(column: 0, row: 0), rows, body) }
        for overlay in overlays { visit(overlay.box, in: overlay.origin, rows, body) }
    }

    private func visit(_ box: Box, in around: Position, _ rows: Range<Int>, _ body: (Box, Position) -> Void) {
        let origin = Position(column: around.column + box.origin.column, row: around.row + box.origin.row)
        guard rows.overlaps(origin.row..<origin.row + box.size.rows) else { return }
        body(box, origin)
        var children = box.children[...]
        if case .boxes(let boxes) = box.content, !styles[box.style].display.isBeside {
            let start = boxes.firstPlace { origin.row + $0.origin.row + $0.size.rows > rows.lowerBound }
            let end = boxes.firstPlace { origin.row + $0.origin.row >= rows.upperBound }
            children = boxes[start..<max(start, end)]
        }
        for child in children { visit(child, in: origin, rows, body) }
    }

    /// The rows of a table's head, in its box: those of its `thead`, else a first row of headings only.
    private static func headRows(of table: TableContent, _ document: Document) -> Range<Int>? {
        guard let rows = table.rows, let first = rows.rows.first else { return nil }
        var head: Range<Int>?
        if let section = rows.sections.first, section.node.map(document.name) == "thead" {
            head = section.frame.rows
        } else if first.children.count > 1, first.children.allSatisfy({ $0.node.map(document.name) == "th" }) {
            let section = rows.sections.first { $0.children.first === first }
            let start = first.origin.row + (section?.origin.row ?? 0)
            head = start..<start + first.size.rows
        }
        guard let head, !head.isEmpty, rows.rows.count > 1 else { return nil }
        return table.horizontalRules.contains(head.upperBound) ? head.lowerBound..<head.upperBound + 1 : head
    }
}
