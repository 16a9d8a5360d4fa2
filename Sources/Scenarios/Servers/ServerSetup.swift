import Basics

/// A server that the scenarios of a folder need, as the `servers.yaml` there describes it.
struct ServerSetup: Hashable, Sendable {
    /// The file, and the place in it.
    let path: String
    let place: Place
    /// For `/bin/sh`, in the folder of the file.
    let command: String
    /// What answers once the server is there.
    let ready: ServerPage
    /// How long that may take.
    let within: Duration

    /// The folder of the file.
    var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
}

extension ServerSetup {
    /// The name of the file; no scenario has it.
    static let fileName = "servers.yaml"

    private static let run = Option(
        "run", .someText, "The command that starts the server: for /bin/sh, in the folder of this file.",
        isRequired: true)
    private static let ready = Option(
        "ready", .serverPage, "What answers, with whatever status, once the server is there.", isRequired: true)
    private static let within = Option("within", .duration, "How long that may take; 10s unless told.")
    private static let setup = Option(
        "setup", .oneOrMore(Notation<Located>(.mapping(.init("a server", run, ready, within))) { $0 }),
        "The servers, which are started in this order; scenarios open pages of the first unless they name another.",
        isRequired: true)

    static let mapping = Shape.Mapping("servers.yaml", setup)

    /// Reads the file of a folder.
    static func read(_ path: String, by files: ScenarioFiles) -> (
        setups: [ServerSetup], problems: [ScenarioProblem], source: SourceText?
    ) {
        do throws(ScenarioProblem) {
            let source = try files.read(path)
            var reader = YAMLReader(source: source)
            let root = reader.read()
            var checker = ShapeChecker(sources: [path: source])
            checker.add(reader.problems)
            if let root { checker.check(root, .mapping(mapping)) }
            guard let root, checker.problems.isEmpty else { return ([], checker.problems, source) }
            let setups = (root[setup] ?? []).compactMap { value -> ServerSetup? in
                guard let command = value[run], let page = value[ready] else { return nil }
                return ServerSetup(
                    path: path, place: value.place, command: command, ready: page, within: value[within] ?? .seconds(10)
                )
            }
            return (setups, [], source)
        } catch {
            return ([], [error], nil)
        }
    }
}
