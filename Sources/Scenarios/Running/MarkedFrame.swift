import TextLayout

/// The text of a frame, with the rows marked that a message is about.
public struct MarkedFrame: Hashable, Sendable {
    public let size: Size
    public let lines: [String]
    public let markedRows: Set<Int>

    init(_ frame: Frame, markedRows: Set<Int> = []) {
        size = frame.size
        self.markedRows = markedRows
        var lines = (0..<frame.size.rows).map(frame.text(ofRow:))
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }
}
