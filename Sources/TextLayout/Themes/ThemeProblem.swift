import Basics

/// A mistake in a theme's file.
package struct ThemeProblem: Error, Hashable, Sendable {
    enum Mistake: Hashable, Sendable {
        case noEqualSign
        case unknownRole(String)
        case roleAgain(String, firstLine: Int)
        case unknownColor(String)
        case unknownWord(String)
        case unknownTheme(String)
        case baseTooLate
        case nothingSaid(String)
        case tooLong
    }

    let mistake: Mistake
    /// Both count from 1.
    package let line: Int
    package let column: Int

    /// The mistake with its place, as `mine.theme:3:8: …`.
    package func message(in file: String) -> String { "\(ReadableText.line(file)):\(line):\(column): \(words)" }

    private var words: String {
        switch mistake {
        case .noEqualSign: "expected `role = colour`, such as `link = #7cb7ff underline`"
        case .unknownRole(let name):
            "there is no role \(ReadableText.quote(name))" + Self.suggestion(name, ColorRole.allCases.map(\.name))
        case .roleAgain(let name, let line): "\(name) is told again; line \(line) told it first, and stands"
        case .unknownColor(let text):
            "\(ReadableText.quote(text)) is no colour: write #rrggbb, #rgb, a number of the palette from 0 to 15, or "
                + "`default`"
        case .unknownWord(let text):
            "\(ReadableText.quote(text)) is neither a colour nor an attribute"
                + Self.suggestion(text, ThemeReader.attributes.map(\.word))
        case .unknownTheme(let name):
            "there is no theme \(ReadableText.quote(name))" + Self.suggestion(name, Theme.builtInNames)
        case .baseTooLate: "`base` has to come before all roles"
        case .nothingSaid(let name): "nothing is said of \(name): write a colour, an attribute, or `default`"
        case .tooLong: "the rest of the file is left out: a theme has at most \(ThemeReader.mostLines) lines"
        }
    }

    private static func suggestion(_ name: String, _ known: [String]) -> String {
        NearestName.of(name, among: known).map { "; did you mean \($0)?" } ?? ""
    }
}
