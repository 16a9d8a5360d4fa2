import HTMLTree

extension PageLayout {
    /// Brings boxes up to date by the document's list of changes, without a look at anything else; false when that will
    /// not do and the page has to be gone through.
    ///
    /// A changed element's box gets its new content in place. As long as its style is the same, nothing around it is
    /// restyled, and as long as its size is the same too, nothing around it moves: such a change costs the same on a page
    /// of any length.
    func renewBoxes() -> Bool {
        guard root != nil, !resolver.index.looksBack, !builder.metOverlays,
            let changes = document.changes(since: builder.revision)
        else {
            return false
        }
        var boxes: [Box] = []
        for change in changes where change.kind != .placed && document.isAlive(change.node) {
            guard document.isConnected(change.node) else { continue }
            guard let box = changedBox(change) else { return false }
            if !boxes.contains(where: { $0 === box }) { boxes.append(box) }
        }
        builder.begin()
        for box in boxes {
            // One that lies in another may have been made anew with that.
            guard let node = box.node, builder.table.box(of: node) === box else { continue }
            builder.enter(node) { builder.renew(box, of: node) }
        }
        // The first that is not in the flow has its place farther up.
        if builder.metOverlays { return false }
        for box in boxes where origin(of: box) != nil { layOutAgain(box) }
        return true
    }

    /// The nearest box around a change that can be renewed; nil when the change decides about more than its content.
    private func changedBox(_ change: Change) -> Box? {
        var node = change.node
        while true {
            if let box = builder.table.holder(of: node), origin(of: box) != nil {
                let owner = box.node ?? box.place.element
                guard let owner else { return nil }
                if owner != node {
                    node = owner
                    continue
                }
                if node == document.root || change.kind == .children || node != change.node { return box }
                return keepsItsPlace(box, of: node) ? box : nil
            }
            guard let parent = document.parent(of: node) else { return nil }
            node = parent
        }
    }

    /// Whether an element whose attributes or state changed is still what it was for those around it.
    private func keepsItsPlace(_ box: Box, of node: NodeID) -> Bool {
        let decision = resolver.decide(node, parent: box.parentStyle)
        guard decision.style == box.style, decision.looksBeside == box.looksBeside else { return false }
        switch styles.metrics(box.style).display {
        case .listItem: return false
        case .tableCell: return builder.span(of: node) == box.span
        case .none, .contents, .block, .inline, .flex, .grid, .table, .inlineBlock, .tableRow, .tableHeaderGroup,
            .tableRowGroup, .tableFooterGroup, .tableCaption, .tableColumn, .tableColumnGroup:
            return true
        }
    }

    /// Lays out a box whose content is new, and then whatever is around it as far as that makes a difference there.
    private func layOutAgain(_ changed: Box) {
        var next: Box? = changed
        while let box = next, !isUnchangedByLayout(box) { next = self.box(around: box) }
    }

    /// Lays out a box in the width it has; says whether all around it can stay as it is.
    private func isUnchangedByLayout(_ box: Box) -> Bool {
        let display = styles.metrics(box.style).display
        let (width, size, margins, widths) = (box.laidOutWidth, box.size, box.outerMargins, box.intrinsicWidths)
        box.laidOutWidth = nil
        box.laidOutColumns = nil
        box.intrinsicWidths = nil
        // Rows and sections are laid out by their table.
        guard let width, !display.isTablePart || display == .tableCell else { return false }
        if case .table(let table) = box.content { table.forget() }
        layout.layOut(box, width: width)
        let newWidths = widths.map { _ in layout.widths(of: box) }
        guard box.size == size, box.outerMargins == margins else { return false }
        if newWidths == widths { return true }
        guard display == .tableCell, let widths, let newWidths else { return false }
        return columnKeepsWidths(of: box, widths, newWidths)
    }

    /// Whether the column of a cell stays as wide as it is.
    private func columnKeepsWidths(of cell: Box, _ old: IntrinsicWidths, _ new: IntrinsicWidths) -> Bool {
        guard let row = box(around: cell), row.laidOutColumns != nil else { return false }
        var around = box(around: row)
        while let box = around {
            if case .table(let table) = box.content {
                return table.columns?.keepWidths(Int(cell.place.index), from: old, to: new) ?? false
            }
            around = self.box(around: box)
        }
        return false
    }
}
