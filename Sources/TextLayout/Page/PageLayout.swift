import HTMLTree

/// The picture of one document: styles, boxes and where everything is, in cells.
///
/// An update lays out what changed since the last one and keeps the boxes of all other subtrees. Rows and columns count
/// from the top left corner of the page, which may be higher than what is shown.
package final class PageLayout {
    let document: Document
    let styles = StyleTable()
    let resolver: StyleResolver
    let builder: BoxBuilder
    let layout: BoxLayout
    private var sheets = PageSheets()
    private(set) var root: Box?
    private var marks: [NodeID: Mark] = [:]
    var displayStates = DisplayMemo()

    /// - Parameter rules: What is known of the page's elements beyond HTML.
    package init(document: Document, rules: PageRules = .html) {
        self.document = document
        resolver = StyleResolver(document: document, styles: styles, rules: rules)
        builder = BoxBuilder(document: document, styles: styles, resolver: resolver)
        layout = BoxLayout(document: document, styles: styles)
    }

    /// Uses the texts of style sheets that the page's `<link>` elements name; the next update lays out with them.
    ///
    /// - Returns: Whether they are others than before.
    package func use(linkedSheets: [NodeID: String]) -> Bool { sheets.link(linkedSheets) }

    /// Lays out what changed since the last update.
    ///
    /// - Parameters:
    ///   - width: The columns that the page may use.
    ///   - marks: The key labels to draw, by element.
    package func update(width: Int, marks: [NodeID: Mark]) {
        self.marks = marks
        let width = max(1, width)
        var forced = sheets.update(from: document, since: builder.revision)
        if forced || (width != resolver.pageWidth && resolver.dependsOnWidth) || root == nil {
            setSheets(width)
            forced = true
        }
        if forced || !renewBoxes() { root = builder.buildPage(forced: forced) }
        if builder.metStyleSheet, sheets.rescan(document) {
            setSheets(width)
            root = builder.buildPage(forced: true)
        }
        // Widths in utility classes are only met while boxes are built.
        if width != resolver.pageWidth, resolver.dependsOnWidth {
            setSheets(width)
            root = builder.buildPage(forced: true)
        }
        if let root { layout.layOut(root, width: width) }
    }

    private func setSheets(_ width: Int) {
        resolver.setSheets(sheets.texts, pageWidth: width)
        builder.forgetContexts()
        displayStates.forget()
    }

    /// The rows of the whole page.
    package var height: Int { root?.size.rows ?? 0 }

    /// Draws the rows of the page from `scroll` on into an area of a frame, over all that was there.
    package func paint(into frame: inout Frame, area: Rect, scroll: Int) {
        guard let root else { return }
        // The frame is moved into the canvas and back, so that it is not copied.
        var held = Frame(size: Size(columns: 0, rows: 0))
        swap(&held, &frame)
        var painter = Painter(canvas: Canvas(frame: held, area: area), styles: styles)
        held = Frame(size: Size(columns: 0, rows: 0))
        let origin = Position(column: area.origin.column, row: area.origin.row - scroll)
        painter.clear()
        painter.paint(root, at: origin)
        for (node, mark) in marks {
            guard let rect = rectangles(of: node).first else { continue }
            let place = Rect(
                column: rect.origin.column + origin.column, row: rect.origin.row + origin.row,
                columns: rect.size.columns, rows: rect.size.rows)
            let style = builder.table.holder(of: node).map { styles[$0.style] } ?? ComputedStyle()
            let cell = CellStyle(foreground: style.borderColor ?? style.foreground, background: style.ground)
            painter.paint(mark, on: place, isBordered: style.border.top != .none, style: cell)
        }
        frame = painter.canvas.frame
    }
}
