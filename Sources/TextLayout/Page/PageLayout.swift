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
    private var media = MediaFeatures()
    /// The boxes that are not in the flow, the topmost last, with the place of what they are placed over.
    private(set) var overlays: [(box: Box, origin: Position)] = []
    var displayStates = DisplayMemo()
    private let links = LinkTable()

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

    /// What of the page's styles means nothing here; gathered anew at each call.
    package func ignoredDeclarations() -> IgnoredDeclarations {
        IgnoredDeclarations(document, of: document.elements(below: document.root), sheets: sheets.texts)
    }

    /// What of the page's style sheets, and of one element, means nothing here.
    func ignoredDeclarations(at node: NodeID) -> [IgnoredDeclaration] {
        IgnoredDeclarations(document, of: CollectionOfOne(node), sheets: sheets.texts).counts.keys.sorted()
    }

    /// The texts of the page's own style sheets.
    var sheetTexts: [String] { sheets.texts }

    /// The elements that the page's style sheets come from, in their order.
    package var sheetElements: [NodeID] { sheets.elements }

    /// Answers the media queries of style sheets by other features; the next update lays out with them.
    ///
    /// - Returns: Whether they are others than before.
    package func use(media: MediaFeatures) -> Bool {
        guard media != self.media else { return false }
        self.media = media
        return true
    }

    /// Lays out what changed since the last update.
    ///
    /// - Parameters:
    ///   - width: The columns that the page may use.
    ///   - marks: The key labels to draw, by element.
    package func update(width: Int, marks: [NodeID: Mark]) {
        self.marks = marks
        let width = max(1, width)
        var forced = resolver.media != media
        if sheets.update(from: document, since: builder.revision) { forced = true }
        if forced || (width != resolver.pageWidth && resolver.dependsOnWidth) || root == nil {
            setSheets(width)
            forced = true
        }
        if resolver.counts, builder.updateCounters() { forced = true }
        let couldOverlay = builder.metOverlays
        if forced || !renewBoxes() {
            root = builder.buildPage(forced: forced || builder.metOverlays != couldOverlay)
        }
        if builder.metStyleSheet, sheets.rescan(document) {
            setSheets(width)
            if resolver.counts { _ = builder.updateCounters() }
            root = builder.buildPage(forced: true)
        }
        // Widths in utility classes are only met while boxes are built.
        if width != resolver.pageWidth, resolver.dependsOnWidth {
            setSheets(width)
            root = builder.buildPage(forced: true)
        }
        if let root { layout.layOut(root, width: width) }
        overlays = placedOverlays()
    }

    private func setSheets(_ width: Int) {
        resolver.setSheets(sheets.texts, pageWidth: width, media: media)
        builder.forgetContexts()
        displayStates.forget()
    }

    /// The rows of the whole page.
    package var height: Int {
        overlays.reduce(root?.size.rows ?? 0) { max($0, $1.origin.row + $1.box.frame.rows.upperBound) }
    }

    /// Draws the rows of the page from `scroll` on into an area of a frame, over all that was there.
    ///
    /// - Parameter columns: The only columns of the frame that are drawn on; nil for all of the area.
    package func paint(into frame: inout Frame, area: Rect, scroll: Int, columns: Range<Int>? = nil) {
        guard let root else { return }
        // The frame is moved into the canvas and back, so that it is not copied.
        var held = Frame(size: Size(columns: 0, rows: 0))
        swap(&held, &frame)
        let (document, links) = (document, links)
        var painter = Painter(canvas: Canvas(frame: held, area: area), styles: styles) {
            links.number(of: $0, in: document)
        }
        held = Frame(size: Size(columns: 0, rows: 0))
        let origin = Position(column: area.origin.column, row: area.origin.row - scroll)
        if let columns {
            painter.canvas.clip(
                to: Rect(
                    column: columns.lowerBound, row: area.origin.row, columns: columns.count, rows: area.size.rows))
        }
        painter.clear()
        painter.paint(root, at: origin)
        for overlay in overlays {
            painter.paintOver(
                overlay.box,
                at: Position(column: overlay.origin.column + origin.column, row: overlay.origin.row + origin.row))
        }
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
        frame.links = links.addresses
    }
}
