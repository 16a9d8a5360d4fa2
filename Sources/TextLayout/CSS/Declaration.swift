/// One setting of a style sheet, understood.
enum Declaration: Hashable {
    case display(Display)
    case color(Color)
    case background(Color?)
    case bold(Bool)
    case dim(Bool)
    case italic(Bool)
    case underline(Bool)
    case strikethrough(Bool)
    case noDecoration
    case reverse(Bool)
    case textAlign(TextAlign)
    case verticalAlign(VerticalAlign)
    case textTransform(TextTransform)
    case whiteSpace(WhiteSpace)
    case listStyle(ListStyle)
    case visible(Bool)
    case margin(Side, Length)
    case padding(Side, Int)
    case border(Side, BorderStyle)
    case borderColor(Color)
    case borderTitle(String?)
    case width(Length)
    case minWidth(Length)
    case maxWidth(Length)
    case height(Length)
    case minHeight(Length)
    case hidesOverflow(Bool)
    case endsInEllipsis(Bool)
    case clipped(Bool)
    case rowGap(Int)
    case columnGap(Int)
    case flexDirection(FlexDirection)
    case flexWraps(Bool)
    case flexGrow(Double)
    case flexShrink(Double)
    case flexBasis(Length)
    case justifyContent(Distribution)
    case alignItems(Alignment)
    case alignSelf(Alignment?)
    case gridColumns([GridTrack])
    case gridColumnSpan(Int)
    case order(Int)
    case rulesCells(Bool)
    case content(String?)

    enum Side: CaseIterable {
        case top, right, bottom, left
    }
}

extension Edges {
    subscript(side: Declaration.Side) -> Value {
        get {
            switch side {
            case .top: top
            case .right: right
            case .bottom: bottom
            case .left: left
            }
        }
        set {
            switch side {
            case .top: top = newValue
            case .right: right = newValue
            case .bottom: bottom = newValue
            case .left: left = newValue
            }
        }
    }
}
