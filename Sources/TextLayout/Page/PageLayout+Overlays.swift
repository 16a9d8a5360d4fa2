import HTMLTree

extension PageLayout {
    /// Finds the places of boxes that are not in the flow (CSS Positioned Layout 3, section 3).
    ///
    /// What is fixed has its place on the page, as what is absolute has in the nearest box that is positioned.
    func placedOverlays() -> [(box: Box, origin: Position)] {
        guard !builder.containers.isEmpty else { return [] }
        var placed: [(box: Box, origin: Position)] = []
        // From the outside in: a box over another has its size before what is placed over it.
        for node in builder.containers.filter({ document.isAlive($0) && document.isConnected($0) })
            .sorted(by: document.precedes)
        {
            guard let box = builder.table.box(of: node), let origin = origin(of: box) else { continue }
            for overlay in box.overlays {
                place(overlay, over: box)
                placed.append((overlay, origin))
            }
        }
        return placed.enumerated().sorted {
            (styles[$0.element.box.style].rare.zIndex, $0.offset)
                < (styles[$1.element.box.style].rare.zIndex, $1.offset)
        }.map(\.element)
    }

    private func place(_ overlay: Box, over box: Box) {
        let style = styles[overlay.style]
        let lines = styles[box.style].borderWidths
        let room = Size(
            columns: max(1, box.size.columns - lines.horizontal), rows: max(0, box.size.rows - lines.vertical))
        let inset = style.rare.inset
        let (left, right) = (inset.left.resolved(in: room.columns), inset.right.resolved(in: room.columns))
        let (top, bottom) = (inset.top.resolved(in: room.rows), inset.bottom.resolved(in: room.rows))
        let available = max(1, room.columns - (left ?? 0) - (right ?? 0))
        let fitted = layout.fit(overlay, in: available, shrinks: left == nil || right == nil)
        layout.layOut(overlay, width: fitted.width)
        // A box that would stick out of the page moves in.
        let column = left.map { $0 + fitted.left } ?? right.map { room.columns - $0 - fitted.width } ?? fitted.left
        let row = top ?? bottom.map { room.rows - $0 - overlay.size.rows } ?? 0
        overlay.origin = Position(column: lines.left + max(0, column), row: lines.top + max(0, row))
        // One that is held above and below is as high as that.
        let isTall = top != nil && bottom != nil && (style.paintsGround || style.border.bottom != .none)
        if isTall { overlay.size.rows = max(overlay.naturalRows, room.rows - (top ?? 0) - (bottom ?? 0)) }
    }
}
