/// Names a computed style of a `StyleTable`.
struct StyleID: Hashable {
    let index: Int32
}

/// The computed styles of a page, each kept once, so that equal styles have equal names and boxes stay small.
final class StyleTable {
    // Unchecked, since layout and painting ask at every step; nobody holds a style while another is added.
    @exclusivity(unchecked) private var styles: ContiguousArray<ComputedStyle> = []
    @exclusivity(unchecked) private var cellStyles: ContiguousArray<CellStyle> = []
    @exclusivity(unchecked) private var allMetrics: ContiguousArray<StyleMetrics> = []
    private var known: [ComputedStyle: StyleID] = [:]
    private var recolored: [Recolored: StyleID] = [:]

    private struct Recolored: Hashable {
        let style: StyleID
        let role: ColorRole
    }

    /// The style of text outside any element.
    let initial: StyleID

    init() {
        initial = StyleID(index: 0)
        styles.append(ComputedStyle())
        cellStyles.append(.plain)
        allMetrics.append(StyleMetrics(ComputedStyle()))
        known[ComputedStyle()] = initial
    }

    func intern(_ style: ComputedStyle) -> StyleID {
        if let id = known[style] { return id }
        let id = StyleID(index: Int32(styles.count))
        styles.append(style)
        cellStyles.append(style.cellStyle)
        allMetrics.append(StyleMetrics(style))
        known[style] = id
        return id
    }

    subscript(id: StyleID) -> ComputedStyle {
        _read { yield styles[Int(id.index)] }
    }

    /// A style of which only the colour of the text is another: that of a role. Brackets are told apart only on the ground
    /// of a role, since nobody knows whether they would vanish on another.
    func with(_ role: ColorRole, _ id: StyleID) -> StyleID {
        let key = Recolored(style: id, role: role)
        if let known = recolored[key] { return known }
        var style = self[id]
        if role == .edge, !style.ground.isRole { return id }
        // An author's colours go together.
        if !style.ground.isRole, style.ground != .standard || !style.foreground.isThemes { return id }
        style.foreground = .role(role)
        let new = intern(style)
        recolored[key] = new
        return new
    }

    func cellStyle(_ id: StyleID) -> CellStyle { cellStyles[Int(id.index)] }

    func metrics(_ id: StyleID) -> StyleMetrics { allMetrics[Int(id.index)] }
}

/// What layout asks most often of a style, small enough to be copied at no cost.
struct StyleMetrics {
    let display: Display
    let insets: Edges<Int>
    let horizontalPadding: Int
    let textAlign: TextAlign
    /// Whether nothing but the content decides the size, so that one line of text is just that.
    let isSizedByContent: Bool
    let marginTop: Int
    let marginBottom: Int
    let hasBottomBorder: Bool
    /// Whether the box is not in the flow but placed over it.
    let isApart: Bool
    /// Whether something stands before or after the content that a style sheet put there.
    let hasGeneratedContent: Bool
    /// Whether the style may show fewer rows than there are.
    let limitsRows: Bool
    let leadsOut: Bool

    init(_ style: ComputedStyle) {
        display = style.display
        insets = style.insets
        horizontalPadding = style.padding.horizontal
        textAlign = style.textAlign
        isSizedByContent =
            style.width == .auto && style.minWidth == .auto && style.maxWidth == .auto && style.height == .auto
            && style.minHeight == .auto
        marginTop = style.margin.top.resolved(in: 0) ?? 0
        isApart = style.isApart
        hasGeneratedContent = style.rare.before != nil || style.rare.after != nil
        leadsOut = style.leadsOut
        limitsRows = style.rare.hidesRows || style.rare.lineClamp != nil
        hasBottomBorder = style.border.bottom != .none
        marginBottom = style.margin.bottom.resolved(in: 0) ?? 0
    }
}
