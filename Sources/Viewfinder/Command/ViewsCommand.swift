import ArgumentParser
import LiveEngine

/// `views`: what there is to open.
struct ViewsCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "views", abstract: "List the paths of all views, each with a line about it.")
    }

    func run() {
        let routes = App().routes
        let width = routes.map(\.path.count).max() ?? 0
        for route in routes {
            let gap = String(repeating: " ", count: width - route.path.count + 2)
            print(route.path + gap + route.about)
        }
    }
}
