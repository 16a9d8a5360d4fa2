import ArgumentParser
import LiveEngine
import TextLayout

/// `views`: what there is to open.
struct ViewsCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "views", abstract: "List the paths of all views, each with a line about it.")
    }

    func run() throws {
        let routes = App().routes.map { (path: ReadableText.line($0.path), about: ReadableText.line($0.about)) }
        let width = routes.map { TextWidth.width(of: $0.path) }.max() ?? 0
        for route in routes {
            let gap = String(repeating: " ", count: width - TextWidth.width(of: route.path) + 2)
            try Output.standard.words(route.path + gap + route.about)
        }
    }
}
