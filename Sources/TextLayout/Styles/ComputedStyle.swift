/// All that the cascade decided about one element.
struct ComputedStyle: Hashable {
    // Every property starts with the value here; `StyleProperty` says which of them children inherit.

    var foreground = Color.standard
    /// The ground that the element's text stands on: its own or that of an element around it.
    var ground = Color.standard
    var attributes: CellStyle.Attributes = []
    var textAlign = TextAlign.left
    var textTransform = TextTransform.none
    var whiteSpace = WhiteSpace.normal
    var listStyle = ListStyle.disc
    var isVisible = true
    /// Whether it leads to an address that others than this program open.
    var leadsOut = false
    /// Whether an element around it, or itself, is a panel for messages already.
    var isInPanel = false
    /// Whether the cells of the table around it have lines between them (`<table border>`).
    var rulesCells = false
    var display = Display.inline
    /// Whether the element paints its ground over its whole box.
    var paintsGround = false
    var margin = Edges(Length.cells(0))
    var padding = Edges.zero
    var border = Edges(BorderStyle.none)
    /// The sides whose lines have no width, whatever their style.
    var hasNoLine = Edges(false)
    var borderColor: Color?
    /// A word set into the top border.
    var borderTitle: String?
    var width = Length.auto
    var minWidth = Length.auto
    var maxWidth = Length.auto
    var height = Length.auto
    var minHeight = Length.auto
    var verticalAlign = VerticalAlign.top
    var hidesOverflow = false
    var endsInEllipsis = false
    /// Whether the element is displayed for those who ask, but takes no room in the picture (`sr-only`).
    var isClipped = false
    var rowGap = 0
    var columnGap = 0
    var flexDirection = FlexDirection.row
    var flexWraps = false
    var flexGrow = 0.0
    var flexShrink = 1.0
    var flexBasis = Length.auto
    var justifyContent = Distribution.start
    var alignItems = Alignment.stretch
    var alignSelf: Alignment?
    var order = 0
    /// The custom properties, those of what is around included.
    var variables: CustomProperties?
    /// What few elements have that is not as it starts; nil for all others.
    private var rareValues: RareValues?

    /// What few elements have; held apart, so that styles are copied at little cost.
    var rare: RareStyle {
        _read { if let rareValues { yield rareValues.style } else { yield RareStyle.initial } }
        set { rareValues = newValue == RareStyle.initial ? nil : RareValues(newValue) }
    }

    var cellStyle: CellStyle { CellStyle(foreground: foreground, background: ground, attributes: attributes) }

    /// Whether the box is not in the flow but placed over it. A message that is fixed stays, since it may
    /// cover nothing and is shown at the top of the frame anyway.
    var isApart: Bool {
        switch rare.position {
        case .absolute: rare.inset != Edges(.auto)
        case .fixed: rare.inset != Edges(.auto) && !isInPanel
        case .static, .relative, .sticky: false
        }
    }

    /// The cells that border lines take on each side; those of the parts of a table are lines of the table.
    var borderWidths: Edges<Int> {
        guard !display.isTablePart else { return .zero }
        return Edges(
            top: border.top == .none ? 0 : 1, right: border.right == .none ? 0 : 1,
            bottom: border.bottom == .none ? 0 : 1, left: border.left == .none ? 0 : 1)
    }

    /// What lies between the edge of the box and its content.
    var insets: Edges<Int> { borderWidths + padding }
}
