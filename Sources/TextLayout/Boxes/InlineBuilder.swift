import Basics
import HTMLTree

/// Cuts text into the pieces that lines are made of, collapsing white space as styles say (CSS Text 3).
struct InlineBuilder {
    private var items: [InlineItem] = []
    /// A first text that needs no collapsing, as long as nothing else came.
    private var plainText: PlainText?
    private(set) var boxes: [Box] = []
    /// The cells since the last forced line break, for tabs.
    private var column = 0
    /// Whether blanks that come next are dropped, as those after an opening bracket are.
    private var dropsBlanks = false
    /// Whether a box came that must not touch what follows.
    private var keepsApart = false

    /// Whether nothing but collapsible blanks came so far.
    var isEmpty: Bool { items.isEmpty && plainText == nil }

    /// How many pieces came so far; a plain text is none as long as nothing follows it.
    var count: Int { items.count }

    /// Whether there is anything to see in what came since there were so many pieces.
    func showsSomething(since count: Int) -> Bool {
        plainText != nil || InlineItem.showSomething(items[count...], boxes)
    }

    /// Opens a bracket: blanks inside, at its start, are dropped.
    mutating func open(_ bracket: String, style: StyleID, node: NodeID) {
        addLiteral(bracket, style: style, node: node)
        dropsBlanks = true
    }

    /// Closes a bracket: blanks before it are dropped.
    mutating func close(_ bracket: String, style: StyleID, node: NodeID) {
        cutPlainText()
        if items.last?.kind == .space { items.removeLast() }
        addLiteral(bracket, style: style, node: node)
    }

    func finish() -> InlineContent {
        plainText.map { InlineContent(plainText: $0) } ?? InlineContent(items: items, boxes: boxes)
    }

    /// The pieces of a plain text.
    static func items(of plain: PlainText) -> [InlineItem] {
        var builder = InlineBuilder()
        builder.addPieces(of: plain.text, plain.whiteSpace, style: plain.style, node: plain.node)
        return builder.items
    }

    /// Cuts the plain text that came first, now that more comes.
    private mutating func cutPlainText() {
        guard let plain = plainText else { return }
        plainText = nil
        addPieces(of: plain.text, plain.whiteSpace, style: plain.style, node: plain.node)
        if plain.endsInBlank { addCollapsedSpace(plain.whiteSpace, plain.style, plain.node) }
    }

    /// - Parameter apart: Whether a blank is to stand between the box and words beside it, as a tick box has margins.
    mutating func addBox(_ box: Box, style: StyleID, node: NodeID, apart: Bool = false) {
        cutPlainText()
        dropsBlanks = false
        if apart, let last = items.last, last.kind == .word, last.text.utf8.last != UInt8(ascii: " ") {
            addCollapsedSpace(.normal, style, node)
        }
        keepsApart = apart
        items.append(
            InlineItem(
                kind: .box, allowsBreakBefore: true, width: 0, boxIndex: Int32(boxes.count), style: style, node: node,
                text: ""))
        boxes.append(box)
    }

    mutating func addLineBreak(style: StyleID, node: NodeID) {
        cutPlainText()
        keepsApart = false
        items.append(
            InlineItem(kind: .lineBreak, allowsBreakBefore: false, width: 0, style: style, node: node, text: ""))
        column = 0
    }

    /// Adds blanks that stay, such as the padding of an inline element.
    mutating func addGap(_ width: Int, style: StyleID, node: NodeID) {
        guard width > 0 else { return }
        addWord(String(repeating: " ", count: width), width: width, breakable: false, style, node)
    }

    /// Adds text that is shown as it is and never broken inside.
    mutating func addLiteral(_ text: String, style: StyleID, node: NodeID, breakable: Bool = false) {
        addWord(text, width: TextWidth.width(of: text), breakable: breakable, style, node)
    }

    mutating func addText(_ text: String, _ whiteSpace: WhiteSpace, style: StyleID, node: NodeID) {
        if isEmpty, let plain = PlainText(text, whiteSpace, style: style, node: node) {
            plainText = plain
        } else {
            addPieces(of: text, whiteSpace, style: style, node: node)
        }
    }

    private mutating func addPieces(of text: String, _ whiteSpace: WhiteSpace, style: StyleID, node: NodeID) {
        cutPlainText()
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let start = place
                if bytes[place].isASCIISpace {
                    while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
                    addBlanks(bytes[start..<place], whiteSpace, style, node)
                } else {
                    var isPlain = true
                    while place < bytes.count, !bytes[place].isASCIISpace {
                        if bytes[place] < 0x20 || bytes[place] >= 0x7F { isPlain = false }
                        place += 1
                    }
                    let word = UnsafeBufferPointer(rebasing: bytes[start..<place])
                    if isPlain {
                        addPlainWord(word, whiteSpace, style, node)
                    } else {
                        addForeignWord(String(decoding: word, as: UTF8.self), whiteSpace, style, node)
                    }
                }
            }
        }
    }

    // MARK: Words

    /// Adds printable ASCII; a line may end after a hyphen inside it.
    private mutating func addPlainWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ whiteSpace: WhiteSpace, _ style: StyleID, _ node: NodeID
    ) {
        var start = 0
        var breakable = false
        if whiteSpace.wraps {
            for place in bytes.indices.dropFirst().dropLast() where bytes[place] == UInt8(ascii: "-") {
                guard bytes[place - 1].isASCIIAlphanumeric, bytes[place + 1].isASCIIAlphanumeric else { continue }
                let part = UnsafeBufferPointer(rebasing: bytes[start...place])
                addWord(String(decoding: part, as: UTF8.self), width: part.count, breakable: breakable, style, node)
                start = place + 1
                breakable = true
            }
        }
        let part = UnsafeBufferPointer(rebasing: bytes[start...])
        addWord(String(decoding: part, as: UTF8.self), width: part.count, breakable: breakable, style, node)
    }

    /// Adds a word with characters beyond ASCII; a line may end before and after East Asian ones.
    private mutating func addForeignWord(
        _ text: String, _ whiteSpace: WhiteSpace, _ style: StyleID, _ node: NodeID
    ) {
        var part = ""
        var width = 0
        var breakable = false
        var lastWasWide = false
        for character in VisibleText.makeKeepingLines(text) {
            let cells = TextWidth.width(of: character)
            let first = character.unicodeScalars[character.unicodeScalars.startIndex]
            let isWide = cells == 2 && whiteSpace.wraps
            let mayBreak = (isWide || lastWasWide) && !Self.sticksToPrevious(first)
            if mayBreak, !part.isEmpty {
                addWord(part, width: width, breakable: breakable, style, node)
                part = ""
                width = 0
                breakable = true
            }
            part.append(first == "\u{A0}" ? " " : character)
            width += cells
            lastWasWide = isWide
        }
        addWord(part, width: width, breakable: breakable, style, node)
    }

    private mutating func addWord(
        _ text: String, width: Int, breakable: Bool, _ style: StyleID, _ node: NodeID
    ) {
        guard !text.isEmpty else { return }
        cutPlainText()
        dropsBlanks = false
        if keepsApart {
            keepsApart = false
            if text.utf8.first != UInt8(ascii: " ") { addCollapsedSpace(.normal, style, node) }
        }
        column += width
        items.append(
            InlineItem(
                kind: .word, allowsBreakBefore: breakable, width: Int32(clamping: width), style: style, node: node,
                text: text))
    }

    /// Closing marks of East Asian text, which never start a line.
    private static func sticksToPrevious(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "。", "，", "．", "！", "？", "：", "；", "）", "］", "｝", "」", "』", "】", "〉", "》", "ー", ",", ".", "!", "?",
            ")", ":", ";":
            true
        default: false
        }
    }

    // MARK: Blanks

    private mutating func addBlanks(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ whiteSpace: WhiteSpace, _ style: StyleID, _ node: NodeID
    ) {
        switch whiteSpace {
        case .normal, .nowrap:
            addCollapsedSpace(whiteSpace, style, node)
        case .preLine:
            let breaks = bytes.count { $0 == UInt8(ascii: "\n") }
            for _ in 0..<breaks { addLineBreak(style: style, node: node) }
            if breaks == 0 { addCollapsedSpace(whiteSpace, style, node) }
        case .pre, .preWrap:
            var count = 0
            for (place, byte) in bytes.enumerated() {
                switch UnicodeScalar(byte) {
                case "\t": count += 8 - (column + count) % 8
                case "\n":
                    addKeptSpace(count, whiteSpace, style, node)
                    count = 0
                    addLineBreak(style: style, node: node)
                // The parser makes line feeds of these; on their own they are blanks.
                case "\r" where bytes.dropFirst(place + 1).first == UInt8(ascii: "\n"): break
                default: count += 1
                }
            }
            addKeptSpace(count, whiteSpace, style, node)
        }
    }

    private mutating func addCollapsedSpace(_ whiteSpace: WhiteSpace, _ style: StyleID, _ node: NodeID) {
        guard !dropsBlanks, let last = items.last, last.kind != .space, last.kind != .lineBreak else { return }
        column += 1
        items.append(
            InlineItem(
                kind: .space, allowsBreakBefore: whiteSpace.wraps, width: 1, style: style, node: node, text: " "))
    }

    private mutating func addKeptSpace(_ count: Int, _ whiteSpace: WhiteSpace, _ style: StyleID, _ node: NodeID) {
        guard count > 0 else { return }
        column += count
        items.append(
            InlineItem(
                kind: .keptSpace, allowsBreakBefore: whiteSpace.wraps, width: Int32(clamping: count), style: style,
                node: node, text: String(repeating: " ", count: count)))
    }

}
