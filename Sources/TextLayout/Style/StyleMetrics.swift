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

    init(_ style: ComputedStyle) {
        display = style.display
        insets = style.insets
        horizontalPadding = style.padding.horizontal
        textAlign = style.textAlign
        isSizedByContent =
            style.width == .auto && style.minWidth == .auto && style.maxWidth == .auto && style.height == .auto
            && style.minHeight == .auto
        marginTop = style.margin.top.resolved(in: 0) ?? 0
        hasBottomBorder = style.border.bottom != .none
        marginBottom = style.margin.bottom.resolved(in: 0) ?? 0
    }
}
