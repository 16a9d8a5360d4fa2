/// A property as it is told to people: its name, and its value in CSS.
struct NamedProperty: Sendable {
    let name: String
    let text: @Sendable (ComputedStyle) -> String
    /// Puts another value there than the one it starts with, so that a declaration that sets it is told from one that does
    /// not.
    let disturb: @Sendable (inout ComputedStyle) -> Void

    static let all: [NamedProperty] = textRows + boxRows + flexibleRows + gridRows

    /// A style in which every property has another value than the one it starts with.
    static var disturbed: ComputedStyle {
        var style = ComputedStyle()
        for property in all { property.disturb(&style) }
        return style
    }

    /// The values that properties start with, by the place in the table.
    static let initialTexts: [String] = all.map { $0.text(ComputedStyle()) }

    // MARK: - Rows

    private static func row<Value>(
        _ name: String, _ place: Declaration.Place<Value>, not other: Value,
        _ text: @escaping @Sendable (Value) -> String
    ) -> NamedProperty where Value: Sendable {
        NamedProperty(name: name, text: { text($0[keyPath: place]) }, disturb: { $0[keyPath: place] = other })
    }

    private static func words<Value: RawRepresentable & Sendable>(
        _ name: String, _ place: Declaration.Place<Value>, not other: Value
    ) -> NamedProperty where Value.RawValue == String {
        row(name, place, not: other) { $0.rawValue }
    }

    private static func flag(
        _ name: String, _ place: Declaration.Place<Bool>, _ yes: String, _ no: String, initially: Bool = false
    ) -> NamedProperty {
        row(name, place, not: !initially) { $0 ? yes : no }
    }

    private static func sides<Value: Sendable>(
        _ name: (Side) -> String, not other: Value, _ place: (Side) -> Declaration.Place<Value>,
        _ text: @escaping @Sendable (Side, Value) -> String
    ) -> [NamedProperty] {
        Side.allCases.map { side in row(name(side), place(side), not: other) { text(side, $0) } }
    }

    private static let textRows: [NamedProperty] = [
        row("color", \.foreground, not: .rgb(red: 1, green: 2, blue: 3), \.css),
        NamedProperty(
            name: "background-color", text: { $0.paintsGround ? $0.ground.css : "transparent" },
            disturb: { style in
                style.paintsGround = true
                style.ground = .rgb(red: 1, green: 2, blue: 3)
            }),
        flag("font-weight", \.attributes[.bold], "bold", "normal"),
        flag("font-style", \.attributes[.italic], "italic", "normal"),
        NamedProperty(
            name: "text-decoration",
            text: { style in
                let lines = [
                    style.attributes[.underline] ? "underline" : nil,
                    style.attributes[.strikethrough] ? "line-through" : nil,
                ].compactMap(\.self)
                return lines.isEmpty ? "none" : lines.joined(separator: " ")
            },
            disturb: { $0.attributes[[.underline, .strikethrough]] = true }),
        flag("text-intensity", \.attributes[.dim], "dim", "normal"),
        flag("text-rendition", \.attributes[.reverse], "reverse", "normal"),
        words("text-align", \.textAlign, not: .center),
        words("vertical-align", \.verticalAlign, not: .middle),
        words("text-transform", \.textTransform, not: .uppercase),
        words("white-space", \.whiteSpace, not: .preLine),
        flag("text-overflow", \.endsInEllipsis, "ellipsis", "clip"),
        words("list-style-type", \.listStyle, not: .upperRoman),
    ]

    private static let boxRows: [NamedProperty] =
        [
            words("display", \.display, not: .tableCaption),
            flag("visibility", \.isVisible, "visible", "hidden", initially: true),
            flag("overflow-x", \.hidesOverflow, "hidden", "visible"),
            flag("overflow-y", \.rare.hidesRows, "hidden", "visible"),
            flag("room", \.isClipped, "none", "auto"),
            words("position", \.rare.position, not: .sticky),
        ]
        + sides({ inset($0) }, not: Length.cells(77), { \.rare.inset[$0] }) { $1.css(isAcross: $0.isAcross) } + [
            row("z-index", \.rare.zIndex, not: 77) { String($0) },
            row("width", \.width, not: .cells(77)) { $0.css(isAcross: true) },
            row("min-width", \.minWidth, not: .cells(77)) { $0.css(isAcross: true) },
            row("max-width", \.maxWidth, not: .cells(77)) { $0.css(isAcross: true) },
            row("height", \.height, not: .cells(77)) { $0.css(isAcross: false) },
            row("min-height", \.minHeight, not: .cells(77)) { $0.css(isAcross: false) },
            row("max-height", \.rare.maxHeight, not: .cells(77)) { $0.css(isAcross: false) },
        ]
        + sides({ "margin-\($0)" }, not: Length.cells(77), { \.margin[$0] }) { $1.css(isAcross: $0.isAcross) }
        + sides({ "padding-\($0)" }, not: 77, { \.padding[$0] }) { Length.cells($1).css(isAcross: $0.isAcross) }
        + sides({ "border-\($0)-style" }, not: BorderStyle.dotted, { \.border[$0] }) { $1.rawValue } + [
            row("border-color", \.borderColor, not: .rgb(red: 1, green: 2, blue: 3)) { $0?.css ?? "currentcolor" },
            row("border-title", \.borderTitle, not: "\u{1}") { $0.map { "\"\($0)\"" } ?? "none" },
            row("line-clamp", \.rare.lineClamp, not: 77) { $0.map(String.init) ?? "none" },
        ]

    private static func inset(_ side: Side) -> String { "\(side)" }

    private static let flexibleRows: [NamedProperty] = [
        row("row-gap", \.rowGap, not: 77) { Length.cells($0).css(isAcross: false) },
        row("column-gap", \.columnGap, not: 77) { Length.cells($0).css(isAcross: true) },
        words("flex-direction", \.flexDirection, not: .columnReverse),
        flag("flex-wrap", \.flexWraps, "wrap", "nowrap"),
        row("flex-grow", \.flexGrow, not: 77) { $0.css },
        row("flex-shrink", \.flexShrink, not: 77) { $0.css },
        row("flex-basis", \.flexBasis, not: .cells(77)) { $0.css(isAcross: true) },
        words("justify-content", \.justifyContent, not: .evenly),
        words("align-items", \.alignItems, not: .center),
        row("align-self", \.alignSelf, not: .center) { $0?.rawValue ?? "auto" },
        row("order", \.order, not: 77) { String($0) },
    ]

    private static let gridRows: [NamedProperty] = [
        words("justify-items", \.rare.justifyItems, not: .center),
        row("justify-self", \.rare.justifySelf, not: .center) { $0?.rawValue ?? "auto" },
        row("grid-template-columns", \.rare.gridColumns, not: GridTemplate(tracks: [.auto])) { $0.css(isAcross: true) },
        row("grid-template-rows", \.rare.gridRows, not: GridTemplate(tracks: [.auto])) { $0.css(isAcross: false) },
        row("grid-template-areas", \.rare.gridAreas, not: GridAreas(columns: 77)) { areas in
            areas.areas.isEmpty && areas.columns == 0 ? "none" : areas.areas.keys.sorted().joined(separator: " ")
        },
        row("grid-auto-columns", \.rare.gridAutoColumns, not: []) { $0.css(isAcross: true) },
        row("grid-auto-rows", \.rare.gridAutoRows, not: []) { $0.css(isAcross: false) },
        row("grid-auto-flow", \.rare.gridFlow, not: GridFlow(isByColumn: true, isDense: true)) { flow in
            (flow.isByColumn ? "column" : "row") + (flow.isDense ? " dense" : "")
        },
        row("grid-column", \.rare.gridColumn, not: GridRange(start: .number(77), end: .number(77)), \.css),
        row("grid-row", \.rare.gridRow, not: GridRange(start: .number(77), end: .number(77)), \.css),
    ]
}
