import HTMLTree

/// Something that a browser's client would write to its console: the page goes on, but somebody made a mistake.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case warning
        case error
    }

    /// What kind of mistake it is.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
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
        /// The server cannot be reached, or says what cannot be used.
        case connection
        case upload
        case endlessWork = "endless-work"
        /// No view answers an address. Whoever runs scripts tells this and the following by what it sees of the server.
        case noView = "no-view"
        /// What a timer, a topic or a task said to a view could not be handled.
        case failedInfo = "failed-info"
        /// A template could not be rendered.
        case failedTemplate = "failed-template"
    }

    package var rule: Rule
    package var severity: Severity
    /// What was found, what was expected, what to do.
    package var message: String

    package init(_ rule: Rule, _ message: String, severity: Severity = .error) {
        self.rule = rule
        self.severity = severity
        self.message = message
    }
}

extension Diagnostic: CustomStringConvertible {
    package var description: String { message }
}

extension Document {
    /// An element in words, for diagnostics: its tag with what tells it from others.
    func words(for node: NodeID) -> String {
        let marks = ["id", "name", "class", BindingName.click].compactMap { name in
            attribute(name, of: node).map { " \(name)=\"\($0)\"" }
        }
        return "<\(name(of: node))\(marks.prefix(2).joined())>"
    }
}

/// What becomes of a finding, such as two elements with one id.
package enum LintLevel: String, Hashable, Sendable, CaseIterable {
    /// Nobody hears of it.
    case ignore
    /// It is told.
    case warn
    /// It is told, and a script that brings it about has failed.
    case error
}
