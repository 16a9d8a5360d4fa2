import LiveProtocol
import Markup
import OrderedCollections

/// Commands that the client runs by itself, put together one after the other
/// (JSCommandsAndBindings.md, "The commands").
///
/// In an interpolation it becomes the text of an attribute: `phx-click="\(JS.hide(to: "#menu").push("closed"))"`.
/// Every command can begin a chain (`JS.hide()`) or lengthen one (`.hide()`).
public struct JS: Equatable, Sendable {
    /// The commands in the order in which they run.
    package private(set) var commands: [JSCommand]

    /// Makes a chain without commands, which does nothing.
    public init() { self.init([]) }

    /// Makes a chain of some commands.
    package init(_ commands: [JSCommand]) { self.commands = commands }

    /// The commands of both, these first.
    public func concat(_ other: JS) -> JS { JS(commands + other.commands) }

    /// These commands and one more.
    package func adding(_ command: JSCommand) -> JS { JS(commands + [command]) }

    /// The commands as the JSON text that an attribute holds, not escaped.
    public var json: String { JSCommand.json(commands) }
}

extension JS: TextConvertible {
    /// The text of an attribute.
    public var renderedText: String { json }
}

extension JS: Encodable {
    /// Encodes the JSON text, so that a context or an event can carry commands.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(json)
    }
}

extension JSTarget {
    /// The element with an id, whatever characters are in it.
    public static func element(_ id: String) -> JSTarget {
        var selector = "#"
        for (index, scalar) in id.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9" where index > 0, "a"..."z", "A"..."Z", "-", "_", "\u{80}"...:
                selector.unicodeScalars.append(scalar)
            default: selector += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return .document(selector)
    }
}

/// An address that a command leads to: a path, or one that begins with `http:` or `https:` (TheWire.md, "Commands").
public struct JSAddress: Hashable, Sendable {
    /// An address with a scheme that could run code.
    public struct UnsupportedScheme: Error, Hashable, Sendable, CustomStringConvertible {
        /// The address as it was given.
        public let address: String

        /// What an address must be, in words for people.
        public var description: String {
            "\"\(address)\" must be a path or an address that begins with http: or https:"
        }
    }

    /// The address.
    public let text: String

    /// Checks an address that is not known in advance.
    ///
    /// - Throws: `UnsupportedScheme` for `javascript:`, `data:` and all other schemes.
    public init(checking text: String) throws(UnsupportedScheme) {
        guard LinkAddress.isSupported(text) else { throw UnsupportedScheme(address: text) }
        self.text = text
    }
}

extension JSAddress: ExpressibleByStringInterpolation {
    /// An address with an unsupported scheme gets the prefix `unsafe:`, which leads nowhere.
    public init(stringLiteral text: String) {
        self.text = LinkAddress.isSupported(text) ? text : "unsafe:" + text
    }
}
