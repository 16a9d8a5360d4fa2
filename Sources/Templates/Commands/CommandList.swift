import Basics
import LiveProtocol

/// `js`: a chain of client-side commands, which prints as their JSON.
final class CommandList: CallableObject {
    let commands: [JSCommand]
    override var typeName: String { "a chain of commands" }
    override var isCallable: Bool { false }
    override var text: String? { JSCommand.json(commands) }

    init(_ commands: [JSCommand] = []) { self.commands = commands }

    override func callMethod(
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

/// Makes one kind of command from the arguments of a template (Templates.md, "JS commands in templates").
struct CommandBuilder: Sendable {
    let signature: Signature
    let build: @Sendable (BoundArguments) throws(TemplateError) -> JSCommand

    /// - Parameter name: The name after `js.`.
    init(
        _ name: String, _ parameters: [String],
        _ build: @escaping @Sendable (BoundArguments) throws(TemplateError) -> JSCommand
    ) {
        signature = Signature("js.\(name)", parameters)
        self.build = build
    }

    static let all = visibility + classes + attributes + others
    private static let table: [String: CommandBuilder] = {
        var table: [String: CommandBuilder] = [:]
        for builder in all { table[String(builder.signature.callee.dropFirst(3))] = builder }
        return table
    }()

    static func named(_ name: String) -> CommandBuilder? { table[name] }
    static var names: [String] { table.keys.sorted() }
}

extension TemplateFilter {
    /// The commands as filters of a chain: `js|js.push("save")|js.hide("#form")`.
    static let commandFilters = CommandBuilder.all.map { builder in
        TemplateFilter(builder.signature) { (value, arguments, _) throws(TemplateError) in
            guard case .object(let list as CommandList) = value else {
                throw .unsupported(builder.signature.callee, value, at: arguments.offset)
            }
            return .object(CommandList(list.commands + [try builder.build(arguments)]))
        }
    }
}
