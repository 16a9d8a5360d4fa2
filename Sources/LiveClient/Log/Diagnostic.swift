import HTMLTree

/// Something that a browser's client would write to its console: the page goes on, but somebody made a mistake.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case warning
        case error
    }

    /// What kind of mistake it is.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        case targetWithoutMatch = "target-without-match"
        case rateLimitValue = "rate-limit-value"
        case invalidCommands = "invalid-commands"
        case invalidSelector = "invalid-selector"
        case missingID = "missing-id"
        case duplicateID = "duplicate-id"
        case streamChildWithoutID = "stream-child-without-id"
        case formWithoutID = "form-without-id"
        case inputNamedID = "input-named-id"
        case renderedTree = "rendered-tree"
        case unknownHook = "unknown-hook"
        case portal
        case changeWithoutForm = "change-without-form"
        case execWithoutCommands = "exec-without-commands"
        case liveLink = "live-link"
        case join
        case failedPush = "failed-push"
        case navigation
        case upload
        case endlessWork = "endless-work"
        /// No view answers an address. Whoever runs scripts tells this and the following by what it sees of the server.
        case noView = "no-view"
        /// What a timer, a topic or a task said to a view could not be handled.
        case failedInfo = "failed-info"
        /// A template could not be rendered.
        case failedTemplate = "failed-template"
    }

    public var rule: Rule
    public var severity: Severity
    /// What was found, what was expected, what to do.
    public var message: String

    public init(_ rule: Rule, _ message: String, severity: Severity = .error) {
        self.rule = rule
        self.severity = severity
        self.message = message
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String { message }
}

extension Document {
    /// An element in words, for diagnostics: its tag with what tells it from others.
    func words(for node: NodeID) -> String {
        let marks = ["id", "name", "class", "phx-click"].compactMap { name in
            attribute(name, of: node).map { " \(name)=\"\($0)\"" }
        }
        return "<\(name(of: node))\(marks.prefix(2).joined())>"
    }
}
