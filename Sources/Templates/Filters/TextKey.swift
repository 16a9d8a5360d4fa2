import Markup

/// A text to sort by, with its first bytes in a word, which tell most texts apart.
struct TextKey: Comparable {
    private let start: UInt64
    private let text: String

    init(_ text: String) {
        self.text = text
        start = text.withBytes { bytes in
            var start: UInt64 = 0
            for index in 0..<MemoryLayout<UInt64>.size {
                start = start << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
            }
            return start
        }
    }

    static func < (left: TextKey, right: TextKey) -> Bool {
        left.start == right.start ? TemplateText.precedes(left.text, right.text) : left.start < right.start
    }

    static func == (left: TextKey, right: TextKey) -> Bool {
        left.start == right.start && TemplateText.isSame(left.text, right.text)
    }
}
