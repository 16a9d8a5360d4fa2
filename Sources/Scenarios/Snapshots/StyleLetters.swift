import TextLayout

/// Letters that stand for the styles of a picture's cells, so that another colour is another letter.
///
/// A style goes by the same letter in all pictures, but where two of one picture would share it: so one more style changes
/// none of the other letters, or hardly any.
struct StyleLetters {
    /// What each letter means, one a line, in the order of the letters.
    let legend: [String]
    private let letters: [CellStyle: String]

    /// - Parameter styles: The styles that are to be told apart, as often as they come.
    init(for styles: some Sequence<CellStyle>) {
        let named = Set(styles).subtracting([.plain]).map { (name: $0.words, style: $0) }.sorted { $0.name < $1.name }
        var letters: [CellStyle: String] = [:]
        var names: [String: String] = [:]
        var further = Self.further.makeIterator()
        for (name, style) in named {
            let letter = Self.letters(from: name).first { names[$0] == nil } ?? further.next() ?? "?"
            letters[style] = letter
            names[letter] = name
        }
        self.letters = letters
        legend = names.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }

    /// The letter of a style, a blank where nothing is set apart; nil for what is no style.
    subscript(style: CellStyle?) -> String? { style.map { letters[$0] ?? " " } }

    private static let alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }

    /// All letters, a name's own first.
    private static func letters(from name: String) -> ArraySlice<String> {
        // FNV-1a: the same in every run, which the standard library's hashes are not.
        let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let start = Int(hash % UInt32(alphabet.count))
        return alphabet[start...] + alphabet[..<start]
    }

    /// Letters for pictures with more styles than the alphabet has letters.
    private static var further: some Sequence<String> {
        (0xC0...0xFFFF).lazy.compactMap { Unicode.Scalar($0) }
            .filter { $0.properties.isAlphabetic && TextWidth.width(of: Character($0)) == 1 }.map { String($0) }
    }
}

extension CellStyle {
    /// The style in words, as "bold, red on blue".
    fileprivate var words: String {
        var parts = Self.names.filter { attributes.contains($0.attribute) }.map(\.name)
        // A role names text and ground together.
        let isOneRole = foreground == background && foreground.isRole
        let colors = [foreground.name, isOneRole ? nil : background.name.map { "on \($0)" }].compactMap(\.self)
        if !colors.isEmpty { parts.append(colors.joined(separator: " ")) }
        return parts.joined(separator: ", ")
    }

    private static let names: [(attribute: Attributes, name: String)] = [
        (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        (.strikethrough, "strikethrough"),
    ]
}

extension Color {
    /// The colour in a word; nil for the terminal's own.
    fileprivate var name: String? {
        switch self {
        case .standard: return nil
        case .role(let role): return role.name
        case .palette(let number):
            let name = Self.names[Int(number & 7)]
            return number & 15 < 8 ? name : "bright \(name)"
        case .rgb(let red, let green, let blue):
            return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    fileprivate var isRole: Bool { if case .role = self { true } else { false } }

    private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
}
