import TextLayout

/// The picture after a step, as it differs from the one before.
package struct TracePicture: Equatable, Sendable {
    /// The size of a picture that is given whole; nil for one that goes on from the one before.
    package var size: Size?
    /// The rows that changed, each with its number from 0, in order.
    package var rows: [TraceRow]
    package var cursor: Position?

    /// - Parameter before: The picture from which this one goes on; nil for a whole one.
    init(_ frame: Frame, after before: Frame?) {
        cursor = frame.cursor
        if let before, before.size == frame.size {
            rows = (0..<frame.size.rows).filter { !frame.hasSameRow($0, as: before) }
                .map { TraceRow($0, cells: frame.row($0)) }
        } else {
            size = frame.size
            rows = (0..<frame.size.rows).map { TraceRow($0, cells: frame.row($0)) }.filter { !$0.runs.isEmpty }
        }
    }

    init(size: Size?, rows: [TraceRow], cursor: Position?) {
        self.size = size
        self.rows = rows
        self.cursor = cursor
    }

    /// About how many bytes of a file it takes.
    var weight: Int { rows.reduce(32) { $0 + $1.weight } }

    /// Makes of the picture before this one.
    func apply(to frame: inout Frame) {
        if let size { frame = Frame(size: size) }
        for row in rows where (0..<frame.size.rows).contains(row.number) { row.write(to: &frame) }
        frame.cursor = cursor.flatMap { position in
            (0..<frame.size.columns).contains(position.column) && (0..<frame.size.rows).contains(position.row)
                ? position : nil
        }
    }
}

/// One row of a picture: texts in one style each, without the plain blanks at its end.
package struct TraceRow: Equatable, Sendable {
    struct Run: Equatable, Sendable {
        enum Content: Equatable, Sendable {
            /// Each grapheme cluster takes as many cells as it is wide.
            case text(String)
            /// Cell by cell, where clusters would grow together otherwise; empty in the right half of a wide one.
            case cells([String])
        }

        var style: CellStyle
        var content: Content
    }

    /// From 0.
    var number: Int
    var runs: [Run]

    init(_ number: Int, runs: [Run]) {
        self.number = number
        self.runs = runs
    }

    init(_ number: Int, cells: [Cell]) {
        self.number = number
        runs = []
        var start = 0
        let end = (cells.lastIndex { $0 != .blank }).map { $0 + 1 } ?? 0
        while start < end {
            let style = cells[start].style
            let stop = cells[start..<end].firstIndex { $0.style != style && !$0.text.isEmpty } ?? end
            runs.append(Run(style: style, content: Self.content(cells[start..<stop].map(\.text))))
            start = stop
        }
    }

    /// As a text, if that tells the cells.
    private static func content(_ cells: [String]) -> Run.Content {
        let text = cells.joined()
        let isPlain = text.utf8.count == cells.count && text.utf8.allSatisfy { $0 < 0x80 }
        return isPlain || self.cells(of: text) == cells ? .text(text) : .cells(cells)
    }

    /// The cells that a text takes.
    private static func cells(of text: String) -> [String] {
        VisibleText.make(text).flatMap { character in
            TextWidth.width(of: character) == 2 ? [String(character), ""] : [String(character)]
        }
    }

    /// Writes all cells of the row.
    func write(to frame: inout Frame) {
        var column = 0
        for run in runs {
            let cells: [String] =
                switch run.content {
                case .text(let text): Self.cells(of: text)
                case .cells(let cells): cells.map { VisibleText.make($0).first.map(String.init) ?? "" }
                }
            for cell in cells where column < frame.size.columns {
                frame[column, number] = Cell(text: cell, style: run.style)
                column += 1
            }
        }
        while column < frame.size.columns {
            frame[column, number] = .blank
            column += 1
        }
    }

    var weight: Int {
        runs.reduce(8) { weight, run in
            switch run.content {
            case .text(let text): weight + text.utf8.count + 6
            case .cells(let cells): cells.reduce(weight + 6) { $0 + $1.utf8.count + 3 }
            }
        }
    }
}

/// The pictures of a trace, whole, made as they are asked for.
package final class TracePictures {
    private let pictures: [TracePicture?]
    private var present: (index: Int, frame: Frame)
    /// Pictures that are kept on the way, so that one that is far back does not take all steps anew.
    private var kept: [Int: Frame] = [:]

    /// The cells of all pictures that are kept.
    private static let keptCells = 2_000_000

    package init(of trace: Trace) {
        pictures = trace.steps.map(\.picture)
        present = (-1, Frame(size: trace.header.size))
    }

    /// The picture after a step, counted from 0; where it was left out, the last one before it.
    package func frame(after step: Int) -> Frame {
        let step = min(step, pictures.count - 1)
        if step < present.index {
            let start = kept.keys.filter { $0 <= step }.max() ?? -1
            present = (start, kept[start] ?? Frame(size: Size(columns: 1, rows: 1)))
        }
        while present.index < step {
            present.index += 1
            pictures[present.index]?.apply(to: &present.frame)
            keepPresent()
        }
        return present.frame
    }

    private func keepPresent() {
        let cells = max(1, present.frame.size.columns * present.frame.size.rows)
        let most = max(1, Self.keptCells / cells)
        let distance = max(16, pictures.count / most + 1)
        if present.index % distance == 0, kept.count < most { kept[present.index] = present.frame }
    }
}
