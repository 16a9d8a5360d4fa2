import HTMLTree

/// A rectangle of the page: what one element, or a stretch of text between blocks, generates.
///
/// A box is built from a subtree of the document, laid out at a width, and kept as long as neither changes. Its place is
/// relative to the box around it, so that a box that only moves keeps everything in it.
final class Box {
    /// What a box holds.
    enum Content {
        /// Boxes one below the other, or beside each other in a flex or grid container.
        case boxes([Box])
        /// Lines of text with boxes standing in them.
        case lines(InlineContent)
        case control(ControlContent)
        case table(TableContent)
    }

    /// The element; nil for a box around a stretch of text between blocks.
    let node: NodeID?
    let style: StyleID
    /// The style of what is around it, from which its own was computed.
    let parentStyle: StyleID
    /// Whether siblings of the element, or its place among them, had a say in its style.
    let looksBeside: Bool
    /// How deep in the page it is.
    let depth: Int32
    /// The document's revision up to which changes below the element are in the box.
    private(set) var revision: UInt64
    private(set) var content: Content
    /// The sign of a list item, with its blank.
    var marker: String?
    /// A word in the top border that comes from the content, as that of a `legend`.
    private(set) var title: String?
    /// The columns and rows that a table cell spans.
    var span = Size(columns: 1, rows: 1)
    private(set) var place = BoxPlace()

    /// Boxes that are not in the flow, placed over this one.
    private(set) var overlays: [Box] = []
    /// Boxes inside that are not in the flow, and have their place in a box farther up.
    var escaping: [Box] = []

    /// The place in the box around it.
    var origin = Position(column: 0, row: 0)
    var size = Size(columns: 0, rows: 0)
    /// The rows that it takes by itself; beside others it may fill more.
    var naturalRows = 0
    /// The width for which `size` and all inside were found; nil as long as nothing was.
    var laidOutWidth: Int?
    /// The widths that the box asks for, once asked.
    var intrinsicWidths: IntrinsicWidths?
    /// The width that the content alone cannot go below without breaking words, once asked for widths.
    var leastContent = 0
    /// Where the columns start for which a table row was laid out whose cells take one place each; nil for other rows.
    var laidOutColumns: [Int]?
    /// The margins above and below, joined with those of the first and last box inside where nothing lies between.
    var outerMargins = (top: 0, bottom: 0)

    init(
        node: NodeID?, style: StyleID, parentStyle: StyleID, looksBeside: Bool = false, depth: Int = 0,
        revision: UInt64, content: Content, title: String? = nil
    ) {
        self.node = node
        self.style = style
        self.parentStyle = parentStyle
        self.looksBeside = looksBeside
        self.depth = Int32(clamping: depth)
        self.revision = revision
        self.content = content
        self.title = title
        adopt()
    }

    /// Takes other content in place of the old; what was found of the old one's layout stays for comparison.
    func renew(_ content: Content, title: String?, revision: UInt64) {
        self.content = content
        self.title = title
        self.revision = revision
        laidOutColumns = nil
        adopt()
    }

    /// Takes other boxes that are placed over this one.
    func take(overlays: [Box]) {
        self.overlays = overlays
        let count = children.count
        for (index, overlay) in overlays.enumerated() {
            overlay.place = BoxPlace(element: node, index: Int32(clamping: count + index))
        }
    }

    /// The box at a place, first those in the flow, then those over it.
    func child(at index: Int32) -> Box? {
        let children = children
        guard index >= 0 else { return nil }
        if Int(index) < children.count { return children[Int(index)] }
        return Int(index) - children.count < overlays.count ? overlays[Int(index) - children.count] : nil
    }

    /// The boxes right inside this one.
    var children: [Box] {
        switch content {
        case .boxes(let boxes): boxes
        case .lines(let content): content.boxes
        case .control: []
        case .table(let table): table.boxes
        }
    }

    /// Tells the boxes inside where they are.
    private func adopt() {
        let children = children
        for index in children.indices {
            let child = children[index]
            child.place = BoxPlace(element: node, index: Int32(clamping: index))
            guard node != nil, child.node == nil else { continue }
            for grandchild in child.children {
                grandchild.place.element = node
                grandchild.place.anonymousIndex = Int32(clamping: index)
            }
        }
    }

    /// Whether there is anything to see in it.
    var showsSomething: Bool {
        switch content {
        case .boxes(let boxes): boxes.contains(where: \.showsSomething)
        case .lines(let content): content.showsSomething
        case .control: true
        case .table(let table): table.boxes.contains(where: \.showsSomething)
        }
    }

    /// The rectangle in the coordinates of the box around it.
    var frame: Rect { Rect(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows) }
}

/// Where a box hangs among the others, so that its way up to the page can be found and checked.
///
/// A box does not hold the one above it. Whoever follows the way looks at each step whether the box is still there, so
/// boxes that were kept or dropped need no care.
struct BoxPlace {
    /// The element whose box this one is in, maybe with an anonymous box between.
    var element: NodeID?
    /// The place of that anonymous box; -1 where there is none.
    var anonymousIndex: Int32 = -1
    /// The place in the box right above.
    var index: Int32 = 0
}
