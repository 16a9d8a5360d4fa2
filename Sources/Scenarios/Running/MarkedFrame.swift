import TextLayout

/// The text of a frame, with the rows marked that a message is about.
package struct MarkedFrame: Hashable, Sendable {
    package let size: Size
    package let lines: [String]
    package let markedRows: Set<Int>

    init(_ frame: Frame, markedRows: Set<Int> = []) {
        size = frame.size
        self.markedRows = markedRows
        var lines = (0..<frame.size.rows).map(frame.text(ofRow:))
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }
}
