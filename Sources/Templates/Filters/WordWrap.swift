/// Breaks text into lines of a width, as Python's `textwrap` does.
struct WordWrap {
    private let width: Int
    private let breaksLongWords: Bool
    private let breaksOnHyphens: Bool

    /// - Parameter width: 1 or more.
    init(width: Int, breaksLongWords: Bool, breaksOnHyphens: Bool) {
        self.width = width
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
                    let room = breakPlace(in: next, room: width - length)
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
            let end = Self.isSpace(scalars[start]) ? spaceEnd(from: start, scalars) : wordEnd(from: start, scalars)
            chunks.append(scalars[start..<end])
            start = end
        }
        return chunks
    }

    /// Lines break at the white space of ASCII only.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (0x09...0x0D).contains(scalar.value)
    }

    private func spaceEnd(from start: Int, _ scalars: [Unicode.Scalar]) -> Int {
        scalars[start...].firstIndex { !Self.isSpace($0) } ?? scalars.count
    }

    /// Where the word, or the part of it after which a line may break, ends.
    private func wordEnd(from start: Int, _ scalars: [Unicode.Scalar]) -> Int {
        if breaksOnHyphens, let end = dashEnd(from: start, scalars) { return end }
        var end = start + 1
        while end < scalars.count, !Self.isSpace(scalars[end]) {
            if breaksOnHyphens, scalars[end] == "-" {
                if isHyphen(at: end, scalars) { return end + 1 }
                if dashEnd(from: end, scalars) != nil { return end }
            }
            end += 1
        }
        return end
    }

    /// Where a dash of several hyphens between words ends: `one--two`.
    private func dashEnd(from start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
        guard start > 0, scalars[start] == "-", isWordOrMark(scalars[start - 1]) else { return nil }
        let end = scalars[start...].firstIndex { $0 != "-" } ?? scalars.count
        return end - start >= 2 && end < scalars.count && PythonText.isWord(scalars[end]) ? end : nil
    }

    /// Whether a line may break after a hyphen: `well-known`, `a-b-cd`, but not `--x` and `a-1`.
    private func isHyphen(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        func has(_ offset: Int, _ condition: (Unicode.Scalar) -> Bool) -> Bool {
            scalars.indices.contains(index + offset) && condition(scalars[index + offset])
        }
        let isAfterWord =
            (has(-1, isLetter) && has(-2, isLetter))
            || (has(-1, isLetter) && has(-2) { $0 == "-" } && has(-3, isLetter))
        return isAfterWord && has(1, isLetter) && (has(2, isLetter) || (has(2) { $0 == "-" } && has(3, isLetter)))
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        PythonText.isWord(scalar) && scalar.properties.numericType != .decimal
    }

    private func isWordOrMark(_ scalar: Unicode.Scalar) -> Bool {
        PythonText.isWord(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
    }
}
