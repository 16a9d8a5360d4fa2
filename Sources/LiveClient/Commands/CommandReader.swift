import LiveProtocol

/// Reads the commands in bindings; those that were read lately are known.
final class CommandReader {
    private var known: [String: [JSCommand]] = [:]

    private static let keptLists = 256

    /// - Throws: When the text is no list of commands.
    func commands(in binding: String) throws -> [JSCommand] {
        if let known = known[binding] { return known }
        let commands = try JSCommand.list(parsing: binding)
        if known.count >= Self.keptLists { known = [:] }
        known[binding] = commands
        return commands
    }
}
