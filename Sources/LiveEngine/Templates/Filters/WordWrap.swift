/// Breaks text into lines of a width, as Python's `textwrap` does.
struct WordWrap {
    private let width: Int
    private let breaksLongWords: Bool
    private let breaksOnHyphens: Bool

    init(width: Int, breaksLongWords: Bool, breaksOnHyphens: Bool) {
        self.width = max(1, width)
        self.breaksLongWords = breaksLongWords
        self.breaksOnHyphens = breaksOnHyphens
    }

    private typealias Chunk = ArraySlice<Unicode.Scalar>

    func lines(of text: String) -> [String] {
        var chunks = chunks(of: Array(text.unicodeScalars))[...]
        var lines: [String] = []
        while !chunks.isEmpty {
            var line: [Chunk] = []
            var length = 0
            // White space at the start of a line is dropped, but for that of the first.
            if !lines.isEmpty, let first = chunks.first, isBlank(first) { chunks.removeFirst() }
            while let next = chunks.first, length + next.count <= width {
                line.append(next)
                length += next.count
                chunks.removeFirst()
            }
            if let next = chunks.first, next.count > width {
                if breaksLongWords {
                    let room = breakPlace(in: next, room: max(1, width - length))
                    line.append(next.prefix(room))
                    chunks[chunks.startIndex] = next.dropFirst(room)
                } else if line.isEmpty {
                    line.append(next)
                    chunks.removeFirst()
                }
            }
            if let last = line.last, isBlank(last) { line.removeLast() }
            if !line.isEmpty {
                var scalars = String.UnicodeScalarView()
                for chunk in line { scalars += chunk }
                lines.append(String(scalars))
            }
        }
        return lines
    }

    /// How much of a long word goes on a line with some room: up to a hyphen, if there is one.
    private func breakPlace(in word: Chunk, room: Int) -> Int {
        guard breaksOnHyphens, word.count > room,
            let hyphen = word.prefix(room).lastIndex(of: "-"),
            word[word.startIndex..<hyphen].contains(where: { $0 != "-" })
        else { return room }
        return hyphen - word.startIndex + 1
    }

    private func isBlank(_ chunk: Chunk) -> Bool { chunk.allSatisfy(TemplateText.isSpace) }

    /// The words, the spaces between them, and the parts of words after which a line may break.
    private func chunks(of scalars: [Unicode.Scalar]) -> [Chunk] {
        var chunks: [Chunk] = []
        var start = 0
        while start < scalars.count {
            let isSpace = TemplateText.isSpace(scalars[start])
            var end = start
            while end < scalars.count, TemplateText.isSpace(scalars[end]) == isSpace { end += 1 }
            if isSpace || !breaksOnHyphens {
                chunks.append(scalars[start..<end])
            } else {
                chunks += parts(of: scalars[start..<end])
            }
            start = end
        }
        return chunks
    }

    /// The parts of a word that end in a hyphen between letters: `well-known` breaks, `--x` and `a-1` do not.
    private func parts(of word: Chunk) -> [Chunk] {
        var parts: [Chunk] = []
        var start = word.startIndex
        for index in word.indices where word[index] == "-" {
            let before = word[start..<index].suffix(2)
            let after = word[(index + 1)...].prefix(2)
            let isBetweenWords =
                before.count == 2 && before.allSatisfy(\.properties.isAlphabetic) && after.count == 2
                && after.allSatisfy(\.properties.isAlphabetic)
            if isBetweenWords {
                parts.append(word[start...index])
                start = index + 1
            }
        }
        if start < word.endIndex { parts.append(word[start...]) }
        return parts
    }
}
