import HTMLTree
import TextLayout

extension Simulator {
    /// The page in cells, scrolled so that the focus is in view, with its key labels. Cheap when nothing changed.
    public func frame() -> Frame {
        prepareScreen()
        return screen.frame()
    }

    /// The first row of the page that is shown.
    public var scrollRow: Int { screen.scrollRow }

    /// The rows of the whole page.
    public var pageHeight: Int { screen.pageHeight }

    /// Scrolls down by a number of rows, or up by a negative one.
    public func scroll(by rows: Int) {
        prepareScreen()
        focusSight.release()
        screen.scroll(to: screen.scrollRow + rows)
        noticeScroll()
    }

    /// Scrolls as little as it takes to show an element.
    public func reveal(_ node: NodeID) {
        prepareScreen()
        guard document.isAlive(node), let rows = screen.rows(of: node) else { return }
        focusSight.release()
        screen.reveal(rows)
        noticeScroll()
    }

    /// Gives the frames another size; what was in the first row stays there.
    public func resize(_ size: Size) {
        prepareScreen()
        screen.resize(Self.usable(size))
    }

    /// Where an element is in the frame, as far as it is in view.
    public func rectangles(of node: NodeID) -> [Rect] {
        prepareScreen()
        guard document.isAlive(node) else { return [] }
        return screen.rectangles(of: node).compactMap { rectangle in
            let rows = rectangle.rows.clamped(to: screen.shownRows)
            guard !rows.isEmpty else { return nil }
            return Rect(
                column: rectangle.origin.column, row: rows.lowerBound - screen.scrollRow,
                columns: rectangle.size.columns, rows: rows.count)
        }
    }

    /// Lets the page know how far the person has scrolled since the last time, if something on it listens to that.
    func noticeScroll() {
        guard client.bindings.hasElements(.viewport) else { return toldRow = screen.scrollRow }
        let rows = screen.scrollRow - toldRow
        guard rows != 0 else { return }
        client.scrolled(by: rows)
        settle()
        toldRow = screen.scrollRow
    }

    /// Brings layout, labels and scrolling up to date.
    func prepareScreen() {
        takeIn()
        focusSight.keep(in: screen)
        screen.pin(bannerAges.newestFirst(banners).map(\.node))
        if hints != nil { hints?.update(targets: hintTargets()) }
        screen.show(marks())
    }

    private func marks() -> [NodeID: Mark] {
        var marks: [NodeID: Mark] = [:]
        for (banner, key) in bannerKeys() { marks[banner.node] = .banner(key.name) }
        for (node, label) in hints?.openLabels ?? [:] { marks[node] = .hint(label) }
        return marks
    }
}
