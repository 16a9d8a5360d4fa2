import ArgumentParser
import TextLayout

/// `theme NAME`: a theme as the text of a file, to begin one's own with.
struct ThemeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "theme", abstract: "Print a theme, to begin one's own with, or check a file with one.",
            discussion: "The themes are \(Theme.builtInNames.joined(separator: ", ")).")
    }

    @Argument(help: "A theme's name, or a file.")
    var theme = Theme.dark.name

    func run() throws {
        try Output.standard.data(try NamedTheme(theme, by: "theme").theme.text)
    }
}
