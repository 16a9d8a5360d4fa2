/// Python's `pprint`: a value as Python writes it, over several lines if it is long.
struct PrettyText {
    private static let width = 80
    private let run: TemplateRun
    private let offset: Int
    private var result = ""

    static func text(of value: TemplateValue, _ run: TemplateRun, at offset: Int) throws(TemplateError) -> String {
        var pretty = PrettyText(run: run, offset: offset)
        try pretty.write(value, indent: 0, allowance: 0, depth: 0)
        return pretty.result
    }

    private init(run: TemplateRun, offset: Int) {
        self.run = run
        self.offset = offset
    }

    /// - Parameters:
    ///   - indent: How far from the left the value starts.
    ///   - allowance: How much room what closes the collections around it takes.
    private mutating func write(_ value: TemplateValue, indent: Int, allowance: Int, depth: Int) throws(TemplateError) {
        let short = try PythonText.representation(of: value, run, at: offset)
        if TemplateText.length(short) > Self.width - indent - allowance {
            switch value {
            case .list(let list) where !(list is RangeList):
                let closing = list.isTuple ? (list.count == 1 ? ",)" : ")") : "]"
                result += list.isTuple ? "(" : "["
                try writeElements(of: list, indent: indent + 1, allowance: allowance + closing.utf8.count, depth: depth)
                result += closing
                return
            case .map(let map):
                result += "{"
                try writeMembers(of: map, indent: indent + 1, allowance: allowance + 1, depth: depth)
                result += "}"
                return
            case .string(let text) where !text.isEmpty:
                return write(text, short, indent: indent, allowance: allowance, isOutermost: depth == 0)
            default: break
            }
        }
        try run.make(short.utf8.count, at: offset)
        result += short
    }

    private mutating func writeElements(
        of list: any TemplateList, indent: Int, allowance: Int, depth: Int
    ) throws(TemplateError) {
        for index in 0..<list.count {
            if index > 0 { breakLine(indent) }
            let isLast = index == list.count - 1
            try write(list[index], indent: indent, allowance: isLast ? allowance : 1, depth: depth + 1)
        }
    }

    private mutating func writeMembers(
        of map: any TemplateMap, indent: Int, allowance: Int, depth: Int
    ) throws(TemplateError) {
        let indices = PythonText.sortedIndices(of: map)
        for (place, index) in indices.enumerated() {
            if place > 0 { breakLine(indent) }
            let key = try PythonText.representation(of: map.key(at: index), run, at: offset)
            result += key + ": "
            try write(
                map.value(at: index), indent: indent + TemplateText.length(key) + 2,
                allowance: place == indices.count - 1 ? allowance : 1, depth: depth + 1)
        }
    }

    private mutating func breakLine(_ indent: Int) { result += ",\n" + String(repeating: " ", count: indent) }

    /// Writes a long text as several, one below the other.
    private mutating func write(_ text: String, _ short: String, indent: Int, allowance: Int, isOutermost: Bool) {
        let (indent, allowance) = isOutermost ? (indent + 1, allowance + 1) : (indent, allowance)
        let room = Self.width - indent
        let lines = TemplateText.lines(text, keepsEnds: true)
        var chunks: [String] = []
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let whole = PythonText.quoted(line)
            if TemplateText.length(whole) <= (isLast ? room - allowance : room) {
                chunks.append(whole)
            } else {
                chunks += Self.chunks(of: line, room: room, lastRoom: isLast ? room - allowance : room)
            }
        }
        guard chunks.count > 1 else {
            result += chunks.first ?? short
            return
        }
        let separator = "\n" + String(repeating: " ", count: indent)
        result += (isOutermost ? "(" : "") + chunks.joined(separator: separator) + (isOutermost ? ")" : "")
    }

    /// A line in parts that end after white space.
    private static func chunks(of line: String, room: Int, lastRoom: Int) -> [String] {
        let words = wordsWithSpace(line)
        var chunks: [String] = []
        var current = ""
        for (index, word) in words.enumerated() {
            let candidate = current + word
            let isLast = index == words.count - 1
            if TemplateText.length(PythonText.quoted(candidate)) > (isLast ? lastRoom : room) {
                if !current.isEmpty { chunks.append(PythonText.quoted(current)) }
                current = word
            } else {
                current = candidate
            }
        }
        if !current.isEmpty { chunks.append(PythonText.quoted(current)) }
        return chunks
    }

    private static func wordsWithSpace(_ line: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var isInSpace = false
        for scalar in line.unicodeScalars {
            let isSpace = TemplateText.isSpace(scalar)
            if isInSpace, !isSpace {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
            isInSpace = isSpace
            word.append(scalar)
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }
}
