/// A picture of cells as a terminal shows it.
package struct Frame: Sendable {
    package let size: Size
    /// Row by row, each row `size.columns` long.
    private var packed: ContiguousArray<PackedCell>
    /// The grapheme clusters that are too long for a cell, such as families of emoji, each once.
    private var clusters: [String] = []
    /// Where the terminal's cursor is; nil while it is hidden.
    package var cursor: Position?
    /// The addresses that cells lead to, by their numbers less one.
    package var links: [String] = []

    package init(size: Size, fill: Cell = .blank) {
        self.size = size
        packed = ContiguousArray(
            repeating: PackedCell(text: PackedCell.space, style: fill.style), count: max(0, size.columns * size.rows))
        guard fill.text != " " else { return }
        let text = pack(fill.text)
        for place in packed.indices { packed[place].text = text }
    }

    /// The cell at a place. Whoever sets one half of a wide character leaves a blank in the other, so that nothing of
    /// what was there sticks out; the right half of a new one is set after the left.
    package subscript(column: Int, row: Int) -> Cell {
        get { cell(packed[row * size.columns + column]) }
        set {
            let text = pack(newValue.text)
            mend(before: text == PackedCell.rightHalf ? 0 : column, after: column + 1, row: row)
            packed[row * size.columns + column] = PackedCell(text: text, style: newValue.style)
        }
    }

    /// How much memory the cells take, in bytes.
    package var byteCount: Int { packed.count * MemoryLayout<PackedCell>.stride + clusters.count * 48 }

    /// All cells, row by row.
    package var cells: [Cell] { packed.map(cell) }

    /// The cells of one row.
    package func row(_ row: Int) -> [Cell] { packedRow(row).map(cell) }

    /// The text of one row without trailing blanks.
    package func text(ofRow row: Int) -> String {
        var bytes: [UInt8] = []
        write(row: row, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of all rows, without trailing blanks and trailing empty rows.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(packed.count / 2)
        var end = 0
        for row in 0..<size.rows {
            if row > 0 { bytes.append(UInt8(ascii: "\n")) }
            let start = bytes.count
            write(row: row, to: &bytes)
            if bytes.count > start { end = bytes.count }
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// Whether a row is the same in another frame of the same width.
    package func hasSameRow(_ row: Int, as other: Frame) -> Bool {
        guard clusters == other.clusters else { return self.row(row) == other.row(row) }
        return packedRow(row) == other.packedRow(row)
    }

    /// The columns of a row in which another frame of the same width has something else; all of them without one.
    package func changedColumns(inRow row: Int, since before: Frame?) -> [Int] {
        guard let before else { return Array(0..<size.columns) }
        let start = row * size.columns
        if clusters == before.clusters {
            return (0..<size.columns).filter { packed[start + $0] != before.packed[start + $0] }
        }
        return (0..<size.columns).filter { cell(packed[start + $0]) != before.cell(before.packed[start + $0]) }
    }

    /// Whether a cell is the left half of a wide character.
    package func isWide(column: Int, row: Int) -> Bool {
        guard column >= 0, column + 1 < size.columns else { return false }
        let place = row * size.columns + column
        return packed[place].text != PackedCell.rightHalf && packed[place + 1].text == PackedCell.rightHalf
    }

    /// The same picture in other styles.
    package func restyled(_ change: (CellStyle) -> CellStyle) -> Frame {
        var frame = self
        var last = (old: CellStyle.plain, new: change(.plain))
        for place in packed.indices {
            let old = packed[place].style
            if old != last.old { last = (old, change(old)) }
            frame.packed[place].style = last.new
        }
        return frame
    }

    // MARK: Packed cells

    private func packedRow(_ row: Int) -> ContiguousArray<PackedCell>.SubSequence {
        packed[row * size.columns..<(row + 1) * size.columns]
    }

    private func cell(_ packed: PackedCell) -> Cell {
        if let place = packed.clusterPlace { return Cell(text: clusters[place], style: packed.style) }
        var bytes: [UInt8] = []
        packed.write(to: &bytes)
        return Cell(text: String(decoding: bytes, as: UTF8.self), style: packed.style)
    }

    private mutating func pack(_ text: String) -> UInt64 {
        if let packed = PackedCell.pack(text) { return packed }
        if let place = clusters.firstIndex(of: text) { return PackedCell.clusterMark | UInt64(place) }
        clusters.append(text)
        return PackedCell.clusterMark | UInt64(clusters.count - 1)
    }

    private func write(row: Int, to bytes: inout [UInt8]) {
        var end = (row + 1) * size.columns
        let start = row * size.columns
        while end > start, packed[end - 1].text == PackedCell.space || packed[end - 1].text == PackedCell.rightHalf {
            end -= 1
        }
        for place in start..<max(start, end) {
            if let cluster = packed[place].clusterPlace {
                bytes.append(contentsOf: clusters[cluster].utf8)
            } else {
                packed[place].write(to: &bytes)
            }
        }
    }
}

// MARK: - Drawing

extension Frame {
    /// Puts printable ASCII into cells that are all in the frame.
    mutating func put(ascii bytes: UnsafeBufferPointer<UInt8>, column: Int, row: Int, style: CellStyle) {
        let start = row * size.columns + column
        mend(before: column, after: column + bytes.count, row: row)
        for place in bytes.indices {
            packed[start + place] = PackedCell(text: PackedCell.pack(ascii: bytes[place]), style: style)
        }
    }

    /// Fills cells of one row that are all in the frame with one text of one column.
    mutating func fill(_ columns: Range<Int>, row: Int, with text: String, style: CellStyle) {
        guard !columns.isEmpty else { return }
        mend(before: columns.lowerBound, after: columns.upperBound, row: row)
        let cell = PackedCell(text: pack(text), style: style)
        for column in columns { packed[row * size.columns + column] = cell }
    }

    /// Gives cells of one row that are all in the frame another style.
    mutating func restyle(_ columns: Range<Int>, row: Int, _ style: CellStyle) {
        for column in columns { packed[row * size.columns + column].style = style }
    }

    /// Copies another frame into an area, from the area's corner on and cut to it; of a wide character that is cut, a blank.
    package mutating func copy(_ other: Frame, into area: Rect) {
        let columns = min(other.size.columns, area.size.columns, size.columns - area.origin.column)
        let rows = min(other.size.rows, area.size.rows, size.rows - area.origin.row)
        guard columns > 0 else { return }
        if !other.links.isEmpty { links = other.links }
        let places = other.clusters.map { pack($0) }
        for row in 0..<max(0, rows) {
            let (from, to) = (row * other.size.columns, (area.origin.row + row) * size.columns + area.origin.column)
            mend(before: area.origin.column, after: area.origin.column + columns, row: area.origin.row + row)
            for column in 0..<columns {
                var cell = other.packed[from + column]
                if let place = cell.clusterPlace { cell.text = places[place] }
                packed[to + column] = cell
            }
            if columns < other.size.columns, other.isWide(column: columns - 1, row: row) {
                packed[to + columns - 1].text = PackedCell.space
            }
        }
    }

    /// Puts a grapheme cluster of one or two columns into cells that are in the frame.
    mutating func put(_ text: String, width: Int, column: Int, row: Int, style: CellStyle) {
        mend(before: column, after: column + width, row: row)
        packed[row * size.columns + column] = PackedCell(text: pack(text), style: style)
        if width == 2 {
            packed[row * size.columns + column + 1] = PackedCell(text: PackedCell.rightHalf, style: style)
        }
    }

    /// Whoever overwrites one half of a wide character leaves a blank in the other.
    private mutating func mend(before start: Int, after end: Int, row: Int) {
        let place = row * size.columns
        if start > 0, packed[place + start].text == PackedCell.rightHalf {
            packed[place + start - 1].text = PackedCell.space
        }
        if end < size.columns, packed[place + end].text == PackedCell.rightHalf {
            packed[place + end].text = PackedCell.space
        }
    }
}

extension Frame: Hashable {
    package static func == (one: Frame, other: Frame) -> Bool {
        guard one.size == other.size, one.cursor == other.cursor else { return false }
        // The same clusters may have come in another order.
        return one.clusters == other.clusters ? one.packed == other.packed : one.cells == other.cells
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(cursor)
        for cell in packed {
            hasher.combine(cell.style)
            if cell.clusterPlace == nil { hasher.combine(cell.text) }
        }
    }
}

/// One cell of a frame as it is kept: without references, so that frames are made, copied and compared in one go.
private struct PackedCell: Hashable {
    /// The UTF-8 of the text, first byte lowest, with the count of bytes in the highest byte; or, under `clusterMark`, the
    /// place of a longer text in the frame's list.
    var text: UInt64
    var style: CellStyle

    static let clusterMark: UInt64 = 0xFF << 56
    /// The right half of a wide character.
    static let rightHalf: UInt64 = 0
    static let space = pack(ascii: UInt8(ascii: " "))

    static func pack(ascii byte: UInt8) -> UInt64 { 1 << 56 | UInt64(byte) }

    /// A text of at most seven bytes; nil for a longer one.
    static func pack(_ text: String) -> UInt64? {
        let bytes = text.utf8
        guard bytes.count <= 7 else { return nil }
        var packed = UInt64(bytes.count) << 56
        var shift: UInt64 = 0
        for byte in bytes {
            packed |= UInt64(byte) << shift
            shift += 8
        }
        return packed
    }

    /// The place of the text in the frame's list; nil for one that is in the cell itself.
    var clusterPlace: Int? {
        text >= Self.clusterMark ? Int(text & 0xFFFF_FFFF) : nil
    }

    /// Writes the UTF-8 of a text that is in the cell itself.
    func write(to bytes: inout [UInt8]) {
        var rest = text
        for _ in 0..<(text >> 56) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
