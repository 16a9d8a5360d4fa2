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
    /// The revision of the element when the box was built.
    let revision: UInt64
    /// The element's attributes when the box was built.
    let attributes: [Attribute]
    /// Whether other elements around the element can change its style.
    let dependsOnSurroundings: Bool
    let content: Content
    /// The sign of a list item, with its blank.
    var marker: String?
    /// A word in the top border that comes from the content, as that of a `legend`.
    var title: String?
    /// The columns and rows that a table cell spans.
    var span = Size(columns: 1, rows: 1)
    private(set) var place = BoxPlace()

    /// The place in the box around it.
    var origin = Position(column: 0, row: 0)
    var size = Size(columns: 0, rows: 0)
    /// The width for which `size` and all inside were found; nil as long as nothing was.
    var laidOutWidth: Int?
    /// The widths that the content asks for, once asked.
    var intrinsicWidths: IntrinsicWidths?
    /// What the cells of a table row ask for, once asked; nil where some span columns or rows.
    var cellWidths: [IntrinsicWidths]?
    /// The columns for which a table row without such cells was laid out.
    var laidOutColumns: [Int]?
    /// The margins above and below, joined with those of the first and last box inside where nothing lies between.
    var outerMargins = (top: 0, bottom: 0)

    init(
        node: NodeID?, style: StyleID, parentStyle: StyleID, revision: UInt64, attributes: [Attribute] = [],
        dependsOnSurroundings: Bool = false, content: Content
    ) {
        self.node = node
        self.style = style
        self.parentStyle = parentStyle
        self.revision = revision
        self.attributes = attributes
        self.dependsOnSurroundings = dependsOnSurroundings
        self.content = content
        adopt()
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
        for (index, child) in children.enumerated() {
            child.place = BoxPlace(element: node, index: Int32(clamping: index))
            guard node != nil, child.node == nil else { continue }
            for grandchild in child.children {
                grandchild.place.element = node
                grandchild.place.anonymousIndex = Int32(clamping: index)
            }
        }
    }

    /// The rectangle in the coordinates of the box around it.
    var frame: Rect { Rect(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows) }
}
