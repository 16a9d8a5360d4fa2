/// Where the first tag of a piece of HTML has its name, so that attributes can be put behind it.
struct RootTag {
    /// The number of bytes up to the end of the name.
    var prefixLength: Int
    var name: String
    /// The white space and comments before the tag.
    var before: Substring

    /// Finds the first tag after white space and comments; nil when the piece has none, or something else before it.
    init?(in piece: String) {
        var piece = piece
        guard let range = piece.withUTF8({ Self.nameRange(in: $0) }) else { return nil }
        prefixLength = range.upperBound
        let start = piece.utf8.index(piece.startIndex, offsetBy: range.lowerBound)
        before = piece[..<piece.utf8.index(before: start)]
        name = String(piece[start..<piece.utf8.index(start, offsetBy: range.count)])
    }

    private static func nameRange(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var place = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") || bytes[place...].starts(with: "<!--".utf8) {
            if bytes[place] == UInt8(ascii: "<") {
                place += 4
                while place < bytes.count, !bytes[place...].starts(with: "-->".utf8) { place += 1 }
                place += 3
            } else if bytes[place] <= UInt8(ascii: " ") {
                place += 1
            } else {
                return nil
            }
        }
        guard place < bytes.count else { return nil }
        let start = place + 1
        var end = start
        while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
        return end > start ? start..<end : nil
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
}
