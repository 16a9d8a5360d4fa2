extension ComputedStyle {
    /// Sets what a declaration says.
    mutating func apply(_ declaration: Declaration) {
        switch declaration {
        case .display(let value): display = value
        case .color(let value): foreground = value
        case .background(let value):
            paintsGround = value != nil
            if let value { ground = value }
        case .bold(let value): set(.bold, value)
        case .dim(let value): set(.dim, value)
        case .italic(let value): set(.italic, value)
        case .underline(let value): set(.underline, value)
        case .strikethrough(let value): set(.strikethrough, value)
        case .noDecoration: attributes.subtract([.underline, .strikethrough])
        case .reverse(let value): set(.reverse, value)
        case .textAlign(let value): textAlign = value
        case .verticalAlign(let value): verticalAlign = value
        case .textTransform(let value): textTransform = value
        case .whiteSpace(let value): whiteSpace = value
        case .listStyle(let value): listStyle = value
        case .visible(let value): isVisible = value
        case .margin(let side, let value): margin[side] = value
        case .padding(let side, let value): padding[side] = value
        case .border(let side, let value): border[side] = value
        case .borderColor(let value): borderColor = value
        case .borderTitle(let value): borderTitle = value
        case .width(let value): width = value
        case .minWidth(let value): minWidth = value
        case .maxWidth(let value): maxWidth = value
        case .height(let value): height = value
        case .minHeight(let value): minHeight = value
        case .hidesOverflow(let value): hidesOverflow = value
        case .endsInEllipsis(let value): endsInEllipsis = value
        case .clipped(let value): isClipped = value
        case .rowGap(let value): rowGap = value
        case .columnGap(let value): columnGap = value
        case .flexDirection(let value): flexDirection = value
        case .flexWraps(let value): flexWraps = value
        case .flexGrow(let value): flexGrow = value
        case .flexShrink(let value): flexShrink = value
        case .flexBasis(let value): flexBasis = value
        case .justifyContent(let value): justifyContent = value
        case .alignItems(let value): alignItems = value
        case .alignSelf(let value): alignSelf = value
        case .gridColumns(let value): gridColumns = value
        case .gridColumnSpan(let value): gridColumnSpan = value
        case .order(let value): order = value
        case .rulesCells(let value): rulesCells = value
        // Only pseudo-elements have generated content; the resolver reads it there.
        case .content: break
        }
    }

    private mutating func set(_ attribute: CellStyle.Attributes, _ isOn: Bool) {
        if isOn { attributes.insert(attribute) } else { attributes.remove(attribute) }
    }
}
