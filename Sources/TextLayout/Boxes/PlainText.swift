import Basics
import HTMLTree

/// Printable ASCII with single blanks, all of one style: the one content of most table cells.
///
/// It is measured in one go and only cut into pieces when it does not fit on a line.
struct PlainText {
    let text: String
    let widths: IntrinsicWidths
    /// Whether a blank followed, which counts if more text comes.
    let endsInBlank: Bool
    let whiteSpace: WhiteSpace
    let style: StyleID
    let node: NodeID

    /// Longer texts are cut at once; measuring twice would not pay.
    private static let limit = 200

    /// Takes a text as it is; nil when it is not plain.
    init?(_ text: String, _ whiteSpace: WhiteSpace, style: StyleID, node: NodeID) {
        guard whiteSpace == .normal, text.utf8.count <= Self.limit else { return nil }
        var text = text
        guard let measured = text.withUTF8(Self.measure) else { return nil }
        self.text =
            measured.range.count == text.utf8.count
            ? text
            : String(
                text.utf8[
                    text.utf8.index(
                        text.startIndex, offsetBy: measured.range.lowerBound)..<text.utf8.index(
                            text.startIndex, offsetBy: measured.range.upperBound)]) ?? text
        widths = IntrinsicWidths(minimum: measured.longest, maximum: measured.range.count)
        endsInBlank = measured.range.upperBound < text.utf8.count
        self.whiteSpace = whiteSpace
        self.style = style
        self.node = node
    }

    private static func measure(_ bytes: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, longest: Int)? {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start].isASCIISpace { start += 1 }
        while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
        guard start < end else { return nil }
        var longest = 0
        var wordStart = start
        for place in start..<end {
            let byte = bytes[place]
            if byte == 0x20 {
                guard bytes[place - 1] != 0x20 else { return nil }
                longest = max(longest, place - wordStart)
                wordStart = place + 1
            } else if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "-") {
                return nil
            }
        }
        return (start..<end, max(longest, end - wordStart))
    }
}
