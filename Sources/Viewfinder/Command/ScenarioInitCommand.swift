import ArgumentParser
import Basics
import LiveEngine
import Scenarios
import Simulator
import TextLayout

/// `scenario init DIR`: the first scenario file of an app, and what editors and CI need.
struct ScenarioInitCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init", abstract: "Begin a folder of scenario files for this app.",
            discussion: """
                It writes a first scenario for a view of the app, which passes, and the schema by which editors complete and \
                check such files; and it tells how CI runs them. What is there already stays as it is.
                """)
    }

    @Argument(help: "The folder.", completion: .directory)
    var folder = "Scenarios"

    func run() throws {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        try write(ScenarioSchema.text + "\n", to: "\(folder)/\(ScenarioSchema.fileName)")
        if let (path, page) = openPage() {
            let first = FirstScenario(of: page, at: path)
            try write(first.text, to: "\(folder)/\(first.fileName)")
        } else {
            try Output.standard.words(
                "no view of this app opens without values in its path, so no scenario was written")
        }
        try Output.standard.words(Self.advice(folder: ReadableText.quote(folder)))
    }

    private static func advice(folder: String) -> String {
        let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "viewfinder"
        let name = ReadableText.quote(program)
        return """

            to run them:
              swift run \(name) test \(folder)
            to run them in GitHub Actions, as a step of a job:
              - run: swift run \(name) test \(folder)
            to check them, and to learn of all there is:
              swift run \(name) scenario lint \(folder)
              swift run \(name) scenario explain
            """
    }

    /// The first page of the app that shows something at its own address.
    private func openPage() -> (path: String, page: Simulator)? {
        let factory = PageFactory<App>()
        for path in App().routes.map(\.path) where !path.contains(":") && !path.contains("*") {
            guard let page = try? factory.open(path, size: Size(columns: 80, rows: 24)) else { continue }
            let isWell = page.client.diagnostics.allSatisfy { $0.rule != .noView && $0.rule != .join }
            if isWell, page.client.url == path { return (path, page) }
        }
        return nil
    }

    private func write(_ text: String, to path: String) throws {
        let name = ReadableText.quote(path)
        if FileSystem.status(of: path) != nil {
            return try Output.standard.words("\(name) is there already and stays as it is")
        }
        do throws(FileFailure) {
            if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
            try FileSystem.replace(path, with: text)
        } catch {
            throw ValidationError("\(name) cannot be written: \(error.reason).")
        }
        try Output.standard.words("\(name) was written")
    }
}
