import LiveProtocol
import Markup
import OrderedCollections

/// Commands that the client runs by itself, put together one after the other (JS_COMMANDS.md 1).
///
/// In an interpolation it becomes the text of an attribute: `phx-click="\(JS.hide(to: "#menu").push("closed"))"`.
/// Every command can begin a chain (`JS.hide()`) or lengthen one (`.hide()`).
public struct JS: Equatable, Sendable {
    /// The commands in the order in which they run.
    public private(set) var commands: [JSCommand]

    public init(_ commands: [JSCommand] = []) { self.commands = commands }

    /// The commands of both, these first.
    public func concat(_ other: JS) -> JS { JS(commands + other.commands) }

    /// These commands and one more.
    public func adding(_ command: JSCommand) -> JS { JS(commands + [command]) }

    /// The commands as the JSON text that an attribute holds, not escaped.
    public var json: String { JSCommand.json(commands) }
}

extension JS: TextConvertible {
    public var renderedText: String { json }
}

extension JS: Encodable {
    /// Encodes the JSON text, so that a context or an event can carry commands.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(json)
    }
}
