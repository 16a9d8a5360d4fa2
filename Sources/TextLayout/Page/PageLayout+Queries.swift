import HTMLTree

extension PageLayout {
    /// Where an element is on the page; an inline element that is broken over lines has several rectangles.
    package func rectangles(of node: NodeID) -> [Rect] {
        guard document.isAlive(node), let holder = builder.table.holder(of: node), let origin = origin(of: holder)
        else {
            return []
        }
        if holder.node == node {
            return [Rect(column: origin.column, row: origin.row, columns: holder.size.columns, rows: holder.size.rows)]
        }
        let found = fragments(of: node, in: holder, at: origin)
        if !found.isEmpty { return found }
        // An inline element around blocks is where they are.
        return document.children(of: node).filter { document.isElement($0) }.flatMap { rectangles(of: $0) }
    }

    /// The deepest element at a position of the page.
    package func node(at position: Position) -> NodeID? {
        for (box, origin) in overlays.reversed() {
            let place = Position(column: position.column - origin.column, row: position.row - origin.row)
            if box.frame.contains(place) { return deepestNode(in: box, at: place) }
        }
        guard let root, root.frame.contains(position) else { return nil }
        return deepestNode(in: root, at: position)
    }

    /// The deepest element at a place that a box covers, in the coordinates of what the box is in.
    private func deepestNode(in box: Box, at position: Position) -> NodeID? {
        var box = box
        var place = Position(column: position.column - box.origin.column, row: position.row - box.origin.row)
        var found = box.node
        while true {
            if let node = box.node { found = node }
            switch box.content {
            case .lines(let content):
                if let run = content.runs(in: place.row..<place.row + 1).first(where: { $0.covers(place) }) {
                    return run.node
                }
            case .control(let content):
                return content.runs.first { $0.covers(place) }?.node ?? found
            case .boxes, .table: break
            }
            guard let child = child(of: box, at: place) else { return found }
            place.column -= child.origin.column
            place.row -= child.origin.row
            box = child
        }
    }

    /// The box right inside another at a place in its coordinates.
    private func child(of box: Box, at place: Position) -> Box? {
        let children = box.children
        // Most boxes stand one below the other, where the one is found without a look at those before it.
        var (low, high) = (0, children.count)
        while low < high {
            let middle = (low + high) / 2
            if children[middle].frame.rows.upperBound <= place.row { low = middle + 1 } else { high = middle }
        }
        if low < children.count, children[low].frame.contains(place) { return children[low] }
        return children.first { $0.frame.contains(place) }
    }

    /// Whether styles let an element and all above it be shown.
    ///
    /// The answer is right for the document as it is now, even before the next update.
    package func isDisplayed(_ node: NodeID) -> Bool {
        guard document.isAlive(node), document.isConnected(node) else { return false }
        displayStates.update(to: document)
        var unknown: [NodeID] = []
        var state = DisplayMemo.State.displayed(styles.initial)
        var next: NodeID? = node
        while let element = next {
            if let known = displayStates[element] {
                state = known
                break
            }
            unknown.append(element)
            next = document.parent(of: element)
        }
        for element in unknown.reversed() where document.isElement(element) {
            state = self.state(of: element, below: state)
            displayStates[element] = state
        }
        return if case .displayed(let style) = state { styles[style].isVisible } else { false }
    }

    private func state(of element: NodeID, below parent: DisplayMemo.State) -> DisplayMemo.State {
        guard case .displayed(let parentStyle) = parent else { return .hidden }
        let style = resolver.style(of: element, parent: parentStyle)
        return styles[style].display == .none || isInClosedDetails(element) ? .hidden : .displayed(style)
    }

    /// Where the caret of the focused text control is on the page.
    package var cursor: Position? {
        guard let node = document.activeElement, let box = builder.table.box(of: node),
            case .control(let content) = box.content, let caret = content.caret, let origin = origin(of: box)
        else { return nil }
        return Position(column: origin.column + caret.column, row: origin.row + caret.row)
    }

    /// The caret offset, in grapheme clusters, that a click at a position of the page means in a text control.
    package func caretOffset(at position: Position, in node: NodeID) -> Int? {
        guard let box = builder.table.box(of: node), case .control(let content) = box.content,
            let origin = origin(of: box)
        else { return nil }
        let place = Position(column: position.column - origin.column, row: position.row - origin.row)
        return ControlDrawing(document: document, node: node, style: box.style, content: content, styles: styles)
            .caretOffset(at: place)
    }

    private func isInClosedDetails(_ node: NodeID) -> Bool {
        guard let parent = document.parent(of: node), document.name(of: parent) == "details",
            !document.hasAttribute("open", of: parent)
        else { return false }
        return document.children(of: parent).first { document.name(of: $0) == "summary" } != node
    }

    /// The page position of a box; nil when it is no longer part of the page.
    func origin(of box: Box) -> Position? {
        var origin = box.origin
        var current = box
        while let around = self.box(around: current) {
            origin.column += around.origin.column
            origin.row += around.origin.row
            current = around
        }
        return current === root ? origin : nil
    }

    /// The box right around a box; nil for that of the page, and for one that is no longer part of it.
    func box(around box: Box) -> Box? {
        guard let element = box.place.element, let above = builder.table.box(of: element) else { return nil }
        // Of two boxes around it the inner one is a box without an element, around what stands in lines.
        let around = box.place.anonymousIndex < 0 ? above : above.child(at: box.place.anonymousIndex)
        return around?.child(at: box.place.index) === box ? around : nil
    }

    private func fragments(of node: NodeID, in holder: Box, at origin: Position) -> [Rect] {
        guard case .lines(let content) = holder.content else { return [] }
        var rects = content.runs.filter { document.contains(node, $0.node) }.map { run in
            Rect(
                column: origin.column + Int(run.column), row: origin.row + Int(run.row), columns: Int(run.width),
                rows: 1)
        }
        for box in content.boxes {
            guard let element = box.node, document.contains(node, element) else { continue }
            rects.append(
                Rect(
                    column: origin.column + box.origin.column, row: origin.row + box.origin.row,
                    columns: box.size.columns, rows: box.size.rows))
        }
        rects.sort { ($0.origin.row, $0.origin.column) < ($1.origin.row, $1.origin.column) }
        return rects.reduce(into: []) { joined, rect in
            if let last = joined.last, last.rows == rect.rows, last.columns.upperBound == rect.origin.column {
                joined[joined.count - 1].size.columns += rect.size.columns
            } else {
                joined.append(rect)
            }
        }
    }
}

extension TextRun {
    fileprivate func covers(_ position: Position) -> Bool {
        Int(row) == position.row && position.column >= Int(column) && position.column < Int(column + width)
    }
}
