import HTMLTree
import TextLayout

extension Simulator {
    /// The page in cells, scrolled so that the focus is in view, with its key labels. Cheap when nothing changed.
    package func frame() -> Frame {
        prepareWindow()
        guard selectList.isOpen || suggestions.isOpen else { return page.window.frame() }
        var frame = page.window.frame()
        suggestions.draw(into: &frame)
        selectList.draw(into: &frame)
        return frame
    }

    /// Answers the page's media queries by what is known of the terminal.
    ///
    /// - Returns: Whether that is something else than before.
    @discardableResult
    package func use(media: MediaFeatures) -> Bool { page.use(media: media) }

    /// The first row of the page that is shown.
    package var scrollRow: Int { page.window.scrollRow }

    /// The rows of the whole page.
    package var pageHeight: Int { page.window.pageHeight }

    /// Scrolls down by a number of rows, or up by a negative one.
    package func scroll(by rows: Int) {
        prepareWindow()
        page.scroll(by: rows)
    }

    /// Scrolls as little as it takes to show an element.
    package func reveal(_ node: NodeID) {
        prepareWindow()
        page.reveal(node)
    }

    /// Gives the frames another size; what was in the first row stays there.
    package func resize(_ size: Size) {
        prepareWindow()
        let size = Self.usable(size)
        page.hearing(.other) {
            if size != page.window.size { page.tell(.resize(size)) }
            page.window.resize(size)
        }
    }

    /// Where an element is in the frame, as far as it is in view.
    package func rectangles(of node: NodeID) -> [Rect] {
        prepareWindow()
        guard document.isAlive(node) else { return [] }
        return page.window.rectangles(of: node).compactMap { rectangle in
            let rows = rectangle.rows.clamped(to: page.window.shownRows)
            guard !rows.isEmpty else { return nil }
            return Rect(
                column: rectangle.origin.column, row: rows.lowerBound - page.window.scrollRow,
                columns: rectangle.size.columns, rows: rows.count)
        }
    }

    /// Where an element is on the page, in view or not.
    package func areas(onPageOf node: NodeID) -> [Rect] {
        prepareWindow()
        return document.isAlive(node) ? page.window.rectangles(of: node) : []
    }

    /// The deepest element at a cell of the frame.
    package func element(at position: Position) -> NodeID? {
        prepareWindow()
        return page.window.node(at: position)
    }

    /// Brings layout, labels and scrolling up to date.
    func prepareWindow() {
        page.update()
        page.keepFocusInView()
        page.window.pin(page.banners.newestFirst.map(\.node))
        page.window.showInFront(page.modal)
        hintLabels.update()
        selectList.update()
        page.window.show(marks)
    }

    private var marks: [NodeID: Mark] {
        var marks: [NodeID: Mark] = [:]
        for (banner, key) in bannerKeys { marks[banner.node] = .banner(key.name) }
        for (node, label) in (elementLabels.mode ?? hints)?.openLabels ?? [:] { marks[node] = .hint(label) }
        return marks
    }
}
