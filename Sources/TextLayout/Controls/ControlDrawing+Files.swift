import HTMLTree

/// A file input: `[ Choose file… ]  photo.png 12 kB`, with a line for each further file.
extension ControlDrawing {
    private static let gap = 2

    private var label: String { document.hasAttribute("multiple", of: node) ? "[ Choose files… ]" : "[ Choose file… ]" }

    private var lines: [String] {
        let files = document.files(of: node).map { "\(VisibleText.make($0.name)) \($0.sizeText)" }
        return files.isEmpty ? ["no file chosen"] : files
    }

    var fileInputWidths: IntrinsicWidths {
        let labelWidth = TextWidth.width(of: label)
        return IntrinsicWidths(
            minimum: labelWidth,
            maximum: labelWidth + Self.gap + (lines.map { TextWidth.width(of: $0) }.max() ?? 0))
    }

    func drawFileInput(width: Int) -> Int {
        let labelWidth = min(width, TextWidth.width(of: label))
        add(FieldText.fitted(label, to: labelWidth), column: 0, row: 0, width: labelWidth)
        // Where the files have no room beside the button they stand below it.
        let isBeside = width >= labelWidth + Self.gap + 8
        let column = isBeside ? labelWidth + Self.gap : 0
        let firstRow = isBeside ? 0 : 1
        let emphasis: CellStyle.Attributes = document.files(of: node).isEmpty ? .dim : []
        for (row, line) in lines.enumerated() {
            let lineWidth = min(width - column, TextWidth.width(of: line))
            add(
                FieldText.fitted(line, to: lineWidth), column: column, row: firstRow + row, width: lineWidth, emphasis)
        }
        return firstRow + lines.count
    }
}
