import TextLayout

/// The text of a page as it is laid out, in which can be searched.
///
/// The pieces of a paragraph are one text, so that what is broken over lines is found as well.
package struct PageText: Sendable {
    private struct Piece: Sendable {
        /// The places of its first byte and behind its last.
        let start: Int
        let end: Int
        let row: Int32
        let column: Int32
    }

    private var pieces: [Piece] = []
    /// The UTF-8 of all pieces: within a paragraph divided by blanks, else by line feeds.
    private var bytes: [UInt8] = []
    /// The same with small letters.
    private var folded: [UInt8] = []

    package init(_ source: [TextPiece]) {
        pieces.reserveCapacity(source.count)
        var last: TextPiece?
        var lastEnd = 0
        for piece in source {
            if piece.isContinued, let last {
                let isAdjacent = piece.row == last.row && piece.column == lastEnd
                if !isAdjacent, bytes.last != UInt8(ascii: " "), piece.text.first != " " {
                    bytes.append(UInt8(ascii: " "))
                }
            } else if !pieces.isEmpty {
                bytes.append(UInt8(ascii: "\n"))
            }
            let start = bytes.count
            bytes.append(contentsOf: piece.text.utf8)
            pieces.append(
                Piece(
                    start: start, end: bytes.count, row: Int32(clamping: piece.row),
                    column: Int32(clamping: piece.column)))
            last = piece
            lastEnd = piece.column + TextWidth.width(of: piece.text)
        }
        folded = Self.fold(bytes)
    }

    /// Finds a text. Small letters stand for both cases, a text with a capital letter for itself only.
    package func matches(of words: String) -> PageMatches {
        let needle = Array(words.utf8)
        guard !needle.isEmpty else { return PageMatches(starts: [], length: 0) }
        let isExact = words.contains(where: \.isUppercase)
        let starts = isExact ? Self.find(needle, in: bytes) : Self.find(Self.fold(needle), in: folded)
        return PageMatches(starts: starts, length: needle.count)
    }

    /// The row of the page in which a match begins.
    package func row(of match: Int, in matches: PageMatches) -> Int {
        Int(pieces[place(of: matches.starts[match])].row)
    }

    /// The first match that begins in a row of the page or below; nil when none does.
    package func firstMatch(in matches: PageMatches, fromRow row: Int) -> Int? {
        var piece = 0
        for (number, start) in matches.starts.enumerated() {
            while piece + 1 < pieces.count, pieces[piece + 1].start <= start { piece += 1 }
            if pieces[piece].row >= row { return number }
        }
        return nil
    }

    /// The cells of a match, a rectangle for each line that it is on.
    package func areas(of match: Int, in matches: PageMatches) -> [Rect] {
        let range = matches.starts[match]..<matches.starts[match] + matches.length
        var areas: [Rect] = []
        var place = place(of: range.lowerBound)
        while place < pieces.count, pieces[place].start < range.upperBound {
            let piece = pieces[place]
            let part = range.clamped(to: piece.start..<piece.end)
            let before = width(of: piece.start..<part.lowerBound)
            let columns = width(of: part)
            if columns > 0 {
                areas.append(
                    Rect(column: Int(piece.column) + before, row: Int(piece.row), columns: columns, rows: 1))
            }
            place += 1
        }
        return areas
    }

    /// The matches that begin in some rows of the page.
    package func matches(_ matches: PageMatches, inRows rows: Range<Int>) -> [Int] {
        var found: [Int] = []
        var piece = 0
        for (number, start) in matches.starts.enumerated() {
            while piece + 1 < pieces.count, pieces[piece + 1].start <= start { piece += 1 }
            if rows.contains(Int(pieces[piece].row)) { found.append(number) }
        }
        return found
    }

    /// The last piece that begins at a byte or before it.
    private func place(of byte: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= byte { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    private func width(of range: Range<Int>) -> Int {
        TextWidth.width(of: String(decoding: bytes[range], as: UTF8.self))
    }

    /// The same text in small letters, as far as those are as long: places stay the same.
    private static func fold(_ bytes: [UInt8]) -> [UInt8] {
        var folded = bytes
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { folded[place] = byte | 0x20 }
                place += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let end = min(bytes.count, place + length)
            let small = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
            if small.utf8.count == end - place {
                for (offset, byte) in small.utf8.enumerated() { folded[place + offset] = byte }
            }
            place = end
        }
        return folded
    }

    /// Where a text begins in another, without overlaps.
    private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        var starts: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                var place = 0
                let last = bytes.count - needle.count
                while place <= last {
                    if bytes[place] == first {
                        var offset = 1
                        while offset < needle.count, bytes[place + offset] == needle[offset] { offset += 1 }
                        if offset == needle.count {
                            starts.append(place)
                            place += offset
                            continue
                        }
                    }
                    place += 1
                }
            }
        }
        return starts
    }
}

/// Where a text stands on a page, in document order.
package struct PageMatches: Sendable {
    /// Places in the text of the page, in bytes.
    fileprivate let starts: [Int]
    fileprivate let length: Int

    package var count: Int { starts.count }
}
