import ArgumentParser
import TextLayout

/// The command without a name, which opens the first view.
struct RootCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: CommandLine.arguments.first.map {
                ReadableText.quote($0.split(separator: "/").last ?? "viewfinder")
            },
            abstract: "Runs live views in the terminal.",
            discussion: """
                Without a subcommand, the view at / opens. When the output is not a terminal, the page is printed as \
                text instead.
                """,
            subcommands: [
                OpenCommand<App>.self, ViewsCommand<App>.self, RenderCommand<App>.self, TestCommand<App>.self,
                TemplateCommand<App>.self,
            ],
            defaultSubcommand: OpenCommand<App>.self)
    }
}
