import Basics
import LiveProtocol

/// `js`: a chain of client-side commands, which prints as their JSON.
final class CommandList: TemplateObject {
    let commands: [JSCommand]
    var typeName: String { "a chain of commands" }
    var text: String? { JSCommand.json(commands) }

    init(_ commands: [JSCommand] = []) { self.commands = commands }

    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        guard let builder = CommandBuilder.named(name) else {
            let suggestion = NearestName.of(name, among: CommandBuilder.names)
            throw TemplateError(.noMethod(type: "js", name: name, suggestion: suggestion), at: offset)
        }
        let command = try builder.build(try builder.signature.bind(arguments, at: offset))
        return .value(.object(CommandList(commands + [command])))
    }
}
