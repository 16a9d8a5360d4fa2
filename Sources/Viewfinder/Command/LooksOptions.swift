import ArgumentParser
import Basics
import TerminalUI
import TextLayout

/// How the terminal is to look; every command that shows pages takes it alike.
package struct LooksOptions: ParsableArguments {
    @Option(
        help: """
            The theme: \(Theme.builtInNames.joined(separator: ", ")), or a file with one. (default: \
            VIEWFINDER_THEME, else what suits the terminal)
            """)
    private var theme: String?

    @Option(
        name: .customLong("ambiguous-width"),
        help: """
            The cells of characters that are wide in East Asian fonts only, 1 or 2. (default: \
            VIEWFINDER_AMBIGUOUS_WIDTH, else 1)
            """)
    private var ambiguousWidth: Int?

    package init() {}

    package func validate() throws {
        if let ambiguousWidth, ambiguousWidth != 1, ambiguousWidth != 2 {
            throw ValidationError("--ambiguous-width takes 1 or 2")
        }
    }

    /// Has all text laid out as wide as the terminal shows it; before anything is laid out.
    package func useWidths() {
        let width = ambiguousWidth ?? Environment.value(of: "VIEWFINDER_AMBIGUOUS_WIDTH").flatMap { Int($0) }
        if width == 2 { AmbiguousWidth.setTwo(true) }
    }

    /// What was asked for. Mistakes in a theme's file are told before the terminal is taken, and in it; what is right in
    /// the file counts.
    ///
    /// - Throws: When there is no such theme, or its file cannot be read.
    package func looks() throws -> TerminalLooks {
        useWidths()
        let chosen = try NamedTheme.find(option: theme)
        return TerminalLooks(theme: chosen?.theme, problems: chosen?.problems ?? [])
    }

    /// The theme that was asked for; nil where none was.
    func chosenTheme() throws -> Theme? { try NamedTheme.find(option: theme)?.theme }
}

/// A theme by its name, or by that of its file.
struct NamedTheme {
    let theme: Theme
    /// What was wrong in the file.
    let problems: [String]

    private static let variable = "VIEWFINDER_THEME"
    private static let longestFile = 1 << 16

    /// The theme that an option names, or else the environment; nil where neither does.
    static func find(option: String?) throws -> NamedTheme? {
        if let option { return try NamedTheme(option, by: "--theme") }
        guard let name = Environment.value(of: variable), !name.isEmpty else { return nil }
        return try NamedTheme(name, by: variable)
    }

    /// - Parameter source: What named it.
    init(_ name: String, by source: String) throws {
        if let theme = Theme.builtIn(name) {
            self.theme = theme
            problems = []
            return
        }
        guard FileSystem.status(of: name) != nil else {
            let suggestion = NearestName.of(name, among: Theme.builtInNames).map { "; did you mean \($0)?" } ?? ""
            throw ValidationError(
                "\(source): there is neither a theme nor a file \(ReadableText.quote(name))\(suggestion) The themes are "
                    + "\(Theme.builtInNames.joined(separator: ", "))")
        }
        let text: String
        do throws(FileFailure) {
            text = try FileSystem.text(of: name, limit: Self.longestFile)
        } catch {
            throw ValidationError("\(source): \(ReadableText.quote(name)) cannot be read: \(error.reason)")
        }
        let reader = ThemeReader(text, name: name)
        theme = reader.theme
        problems = reader.problems.map { $0.message(in: name) }
        for problem in problems { try Output.errors.words(problem) }
    }
}
