import HTMLTree

/// Draws form controls, progress bars and meters as text.
///
/// Every control is told by its shape: `[Ada       ]`, `[x]`, `(•)`, `[Japan ▾]`, `[ Save ]`.
struct ControlDrawing {
    let document: Document
    let node: NodeID
    let style: StyleID
    let content: ControlContent
    let styles: StyleTable

    /// The widths that the control asks for.
    var widths: IntrinsicWidths {
        switch content.kind {
        case .field:
            if let dateEntry {
                IntrinsicWidths(minimum: 8, maximum: dateEntry.text.count + 2 + markColumns)
            } else {
                IntrinsicWidths(minimum: 8, maximum: fieldColumns + 2)
            }
        case .textarea: IntrinsicWidths(minimum: 8, maximum: number("cols", 1...500, otherwise: 40) + 2)
        case .checkbox, .radio: IntrinsicWidths(minimum: 3 + markColumns, maximum: 3 + markColumns)
        case .menu:
            IntrinsicWidths(minimum: min(8, optionColumns + 4), maximum: optionColumns + 4 + markColumns)
        case .listBox: IntrinsicWidths(minimum: min(8, optionColumns + 6), maximum: optionColumns + 6)
        case .button(let text):
            IntrinsicWidths(minimum: min(8, TextWidth.width(of: text) + 4), maximum: TextWidth.width(of: text) + 4)
        case .fileInput: fileInputWidths
        case .range: IntrinsicWidths(minimum: 10, maximum: 28)
        case .gauge: IntrinsicWidths(minimum: 10, maximum: 27)
        case .color: IntrinsicWidths(minimum: 9, maximum: 9)
        }
    }

    /// Draws at a width; says how many rows it took.
    func draw(width: Int) -> Int {
        content.runs = []
        content.caret = nil
        switch content.kind {
        case .field: return drawField(width: width)
        case .textarea: return drawTextarea(width: width)
        case .checkbox: return drawMarked(document.isChecked(node) ? "[x]" : "[ ]")
        case .radio: return drawMarked(document.isChecked(node) ? "(•)" : "( )")
        case .menu:
            let text = document.selectedOptions(of: node).first.map(label(of:)) ?? ""
            return drawBetweenEdges("[", "\(FieldText.fitted(text, to: width - 4 - markColumns)) ▾", "]")
        case .listBox: return drawListBox(width: width)
        case .button(let text):
            return drawBetweenEdges("[ ", FieldText.fitted(text, to: min(width - 4, TextWidth.width(of: text))), " ]")
        case .fileInput: return drawFileInput(width: width)
        case .range: return drawRange(width: width)
        case .gauge: return drawGauge(width: width)
        case .color: return draw("[\(FieldText.fitted(VisibleText.make(document.value(of: node)), to: width - 2))]")
        }
    }

    var isFocused: Bool { document.activeElement == node }

    func add(
        _ text: String, column: Int, row: Int, width: Int, _ emphasis: CellStyle.Attributes = [],
        of part: NodeID? = nil,
        as role: ColorRole? = nil
    ) {
        guard width > 0 else { return }
        content.runs.append(
            TextRun(
                text: text, column: Int32(column), row: Int32(row), width: Int32(width),
                style: role.map { styles.with($0, style) } ?? style,
                node: part ?? node, emphasis: emphasis))
    }

    func number(_ name: String, _ range: ClosedRange<Int>, otherwise: Int) -> Int {
        guard let value = document.attribute(name, of: node).flatMap({ Int($0) }), value > 0 else { return otherwise }
        return min(max(value, range.lowerBound), range.upperBound)
    }

    private func draw(_ text: String) -> Int {
        add(text, column: 0, row: 0, width: TextWidth.width(of: text))
        return 1
    }

    private func drawBetweenEdges(_ left: String, _ text: String, _ right: String) -> Int {
        let width = TextWidth.width(of: text)
        let start = left.utf8.count
        add(left, column: 0, row: 0, width: start, as: .edge)
        add(text, column: start, row: 0, width: width)
        add(right, column: start + width, row: 0, width: right.utf8.count, as: .edge)
        addMark(column: start + width + right.utf8.count)
        return 1
    }

    /// Draws a control with what is to be said of its state behind it.
    private func drawMarked(_ text: String) -> Int {
        addMark(column: TextWidth.width(of: text))
        return draw(text)
    }

    private var fieldColumns: Int {
        let size = number("size", 1...500, otherwise: 20)
        // A field never needs more room than may be typed into it, and a column for the caret behind that.
        return min(size, number("maxlength", 1...10_000, otherwise: 10_000) + 1)
    }

    // MARK: Choices

    private var optionColumns: Int {
        document.options(of: node).reduce(0) { max($0, TextWidth.width(of: label(of: $1))) }
    }

    private func label(of option: NodeID) -> String { VisibleText.make(document.optionText(of: option)) }

    private func drawListBox(width: Int) -> Int {
        let options = document.options(of: node)
        let selected = Set(document.selectedOptions(of: node))
        let rows = max(1, min(options.count, max(2, document.displaySize(of: node))))
        let first = options.firstIndex { selected.contains($0) } ?? 0
        let start = min(first, options.count - rows)
        var isMultiple = false
        if case .select(isMultiple: true) = document.controlKind(of: node) { isMultiple = true }
        guard !options.isEmpty else { return draw("[\(FieldText.fitted("", to: width - 2))]") }
        for row in 0..<rows {
            let option = options[start + row]
            let sign = selected.contains(option) ? (isMultiple ? "[x] " : "(•) ") : (isMultiple ? "[ ] " : "( ) ")
            let emphasis: CellStyle.Attributes = document.isDisabled(option) ? .dim : []
            add(
                sign + FieldText.fitted(label(of: option), to: width - 4), column: 0, row: row, width: width, emphasis,
                of: option)
        }
        return rows
    }

    // MARK: Bars

    private func drawRange(width: Int) -> Int {
        let minimum = value("min") ?? 0
        let maximum = value("max") ?? 100
        let current = HTMLNumber.parse(document.value(of: node)) ?? minimum
        let bar = max(3, width - 8)
        let place = Int(Self.share(of: current, from: minimum, to: maximum) * Double(bar - 1))
        let number = HTMLNumber.text(current)
        add("├" + String(repeating: "─", count: place), column: 0, row: 0, width: place + 1, as: .border)
        add("●", column: place + 1, row: 0, width: 1, as: isFocused ? nil : .accent)
        add(
            String(repeating: "─", count: bar - 1 - place) + "┤", column: place + 2, row: 0, width: bar - place,
            as: .border)
        add(" \(number)", column: bar + 2, row: 0, width: 1 + number.utf8.count)
        return 1
    }

    private func drawGauge(width: Int) -> Int {
        let isProgress = document.name(of: node) == "progress"
        let minimum = isProgress ? 0 : value("min") ?? 0
        let maximum = value("max") ?? 1
        let bar = max(3, width - 7)
        guard let current = value("value") ?? (isProgress ? nil : minimum) else {
            return drawBar(filled: 0, of: bar, "…")
        }
        let share = Self.share(of: current, from: minimum, to: maximum)
        return drawBar(
            filled: Int((share * Double(bar)).rounded()), of: bar, "\(Int((share * 100).rounded()))%")
    }

    private func drawBar(filled: Int, of bar: Int, _ words: String) -> Int {
        add("[", column: 0, row: 0, width: 1, as: .border)
        add(String(repeating: "█", count: filled), column: 1, row: 0, width: filled, as: .accent)
        add(String(repeating: "░", count: bar - filled), column: 1 + filled, row: 0, width: bar - filled, as: .border)
        add("]", column: 1 + bar, row: 0, width: 1, as: .border)
        add(" \(words)", column: 2 + bar, row: 0, width: 1 + TextWidth.width(of: words))
        return 1
    }

    private func value(_ name: String) -> Double? { document.attribute(name, of: node).flatMap(HTMLNumber.parse) }

    /// Where a value lies between two bounds, 0 to 1, whatever the numbers are.
    private static func share(of value: Double, from minimum: Double, to maximum: Double) -> Double {
        guard maximum > minimum else { return 0 }
        let share = (value - minimum) / (maximum - minimum)
        return share.isFinite ? min(max(share, 0), 1) : 0
    }
}
