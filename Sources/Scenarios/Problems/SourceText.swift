/// The text of one scenario file.
package struct SourceText: Hashable, Sendable {
    /// As given on the command line or as included; it names the file in messages.
    package let path: String
    package let text: String
    /// In scalars, for that is what columns count.
    private let lines: [[Unicode.Scalar]]

    /// - Parameter text: The text; a byte order mark before it is no part of it.
    package init(path: String, text: String) {
        self.path = path
        let scalars = text.unicodeScalars
        let text = scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : text
        self.text = text
        lines = Self.lines(of: text)
    }

    var lineCount: Int { lines.count }

    /// The last line that holds anything.
    var lastLine: Int { lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 1 }

    /// A line, counted from 1, without its end.
    package func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? Self.string(lines[number - 1]) : nil
    }

    /// The character at a place; nil at the end of a line.
    func character(at place: Place) -> Unicode.Scalar? {
        guard lines.indices.contains(place.line - 1), lines[place.line - 1].indices.contains(place.column - 1) else {
            return nil
        }
        return lines[place.line - 1][place.column - 1]
    }

    /// The characters of a line from a place on.
    func rest(from place: Place) -> String {
        lines.indices.contains(place.line - 1) ? Self.string(lines[place.line - 1].dropFirst(place.column - 1)) : ""
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Whether YAML has a line end there.
    static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        case _: false
        }
    }

    /// Parts a text where YAML has lines end.
    private static func lines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case _ where isLineEnd(scalar): lines.append([])
            case _: lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        return lines
    }
}
