/// What the keys around the page do.
enum PanelAction: Hashable {
    case quit
    case help
    case inspector
    case scrollInspector(ScrollStep)
    case mouse
    case redraw
    case suspend
}

/// A way to scroll.
enum ScrollStep: Hashable {
    case lineUp, lineDown, pageUp, pageDown, top, bottom
}
