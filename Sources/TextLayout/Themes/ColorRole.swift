/// What a colour is there for. A theme says what each looks like, text and ground together, so that pages, frames and
/// snapshots are the same in all themes (TheTerminal.md, "Themes").
package enum ColorRole: UInt8, Hashable, Sendable, CaseIterable {
    /// What is written on the page's own ground.
    case text
    /// Panels that stand out from the page: dialogs, help, the inspector.
    case surface
    /// What is said by the way.
    case hint
    /// What cannot be used now.
    case disabled
    /// Lines around and between things.
    case border
    /// What is behind a dialog.
    case behind

    case title, heading, link, accent, code, key

    case field, fieldFocus, button, primary
    /// What the next key acts on.
    case focus
    case selection
    /// The brackets of fields and buttons.
    case edge
    /// The labels of what can be clicked.
    case label

    case error, warning, success, info
    case errorSurface, warningSurface, successSurface, infoSurface
    /// What a person must not miss, at the foot of the terminal.
    case problem, notice

    case match, currentMatch
    case syntaxName, syntaxString, syntaxNumber, syntaxWord

    /// The role as themes and style sheets spell it, as `field-focus`.
    package var name: String { Self.names[Int(rawValue)] }

    /// - Parameter name: In lower case.
    package init?(name: some StringProtocol) {
        guard let role = Self.byName[String(name)] else { return nil }
        self = role
    }

    /// The role whose ground goes with this one, where it has none of its own.
    var asGround: ColorRole {
        switch self {
        case .error: .errorSurface
        case .warning: .warningSurface
        case .success: .successSurface
        case .info: .infoSurface
        case .accent, .link, .key: .primary
        case .hint, .disabled, .behind, .border, .edge: .button
        case .title, .heading, .code, .syntaxName, .syntaxString, .syntaxNumber, .syntaxWord: .surface
        case .text, .surface, .field, .fieldFocus, .button, .primary, .focus, .selection, .label, .errorSurface,
            .warningSurface, .successSurface, .infoSurface, .problem, .notice, .match, .currentMatch:
            self
        }
    }

    private static let names = allCases.map { role in
        String(describing: role).reduce(into: "") { name, letter in
            if letter.isUppercase { name += "-" }
            name += letter.lowercased()
        }
    }

    private static let byName = Dictionary(zip(names, allCases)) { first, _ in first }
}
