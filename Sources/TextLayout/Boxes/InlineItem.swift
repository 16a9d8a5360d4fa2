import Basics
import HTMLTree

/// A piece of text that is never broken, or what stands between such pieces.
struct InlineItem {
    enum Kind: UInt8 {
        case word
        /// Blanks, which vanish at the ends of a line unless they are kept.
        case space
        case keptSpace
        case lineBreak
        /// A box in the line; `InlineContent.boxes` has it at `boxIndex`.
        case box
    }

    var kind: Kind
    /// Whether a line may end before the item; before a space it may where its text wraps.
    var allowsBreakBefore: Bool
    var width: Int32
    var boxIndex: Int32 = -1
    var style: StyleID
    /// The element that the item belongs to.
    var node: NodeID
    var text: String

    /// Whether there is anything to see in some items: a word that is not blank, or a box with content.
    static func showSomething(_ items: ArraySlice<InlineItem>, _ boxes: [Box]) -> Bool {
        items.contains { item in
            switch item.kind {
            case .word: item.text.utf8.contains { !$0.isASCIISpace }
            case .box: boxes[Int(item.boxIndex)].showsSomething
            case .space, .keptSpace, .lineBreak: false
            }
        }
    }
}
