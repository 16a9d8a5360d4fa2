import HTMLTree

/// Flash banners and alerts, which become panels coloured and titled by their kind.
///
/// An element is one by its class (`flash`, `alert`), its role (`alert`), or because a click on it clears a flash. The
/// kind comes from its flash key, class, id or data attributes, and is told in a word and a sign beside the colour.
struct MessagePanel {
    enum Kind: String {
        case info, success, warning, error

        fileprivate var sign: String {
            switch self {
            case .info: "i"
            case .success: "✓"
            case .warning: "!"
            case .error: "✗"
            }
        }
    }

    let kind: Kind
    let title: String

    /// Recognises a panel; nil when an element is none.
    init?(name: String, attributes: [Attribute]) {
        guard !Self.plainElements.contains(name) else { return nil }
        var isPanel = false
        var hints: [String] = []
        var key: String?
        for attribute in attributes {
            switch attribute.name {
            case "class":
                let words = attribute.value.split(whereSeparator: \.isWhitespace)
                if words.contains(where: { $0 == "alert" || $0 == "flash" || $0.hasPrefix("alert-") }) {
                    isPanel = true
                }
                hints += words.map(String.init)
            case "role":
                if attribute.value == "alert" { isPanel = true }
            case "phx-click":
                guard attribute.value.contains("lv:clear-flash") else { break }
                isPanel = true
                key = key ?? Self.pushedKey(attribute.value)
            case "phx-value-key": key = attribute.value
            case "id": hints.append(attribute.value)
            default:
                if attribute.name.hasPrefix("data-") { hints.append(attribute.value) }
            }
        }
        guard isPanel else { return nil }
        let found = ([key].compactMap { $0 } + hints).lazy.compactMap(Self.kind(of:)).first
        kind = found ?? .info
        let word = key.map(VisibleText.make) ?? kind.rawValue
        title = "\(kind.sign) \(word.isEmpty ? kind.rawValue : word)"
    }

    /// What the panel looks like, weaker than anything the page says itself.
    var declarations: [Declaration] {
        Declaration.Side.allCases.map { .border($0, .rounded) } + [
            .display(.block), .borderColor(Theme.color(kind.rawValue) ?? .standard), .borderTitle(title),
            .padding(.left, 1), .padding(.right, 1),
        ]
    }

    /// Elements that stay what they are though a click on them clears a flash.
    private static let plainElements: Set<String> = ["a", "button", "input", "label", "summary", "option", "span"]

    private static func kind(of hint: String) -> Kind? {
        let hint = hint.lowercased()
        if hint.contains("error") || hint.contains("danger") || hint.contains("fail") { return .error }
        if hint.contains("success") { return .success }
        if hint.contains("warn") { return .warning }
        if hint.contains("info") || hint.contains("notice") { return .info }
        return nil
    }

    /// The key in a command such as `[["push",{"event":"lv:clear-flash","value":{"key":"info"}}]]`.
    private static func pushedKey(_ commands: String) -> String? {
        var parts = commands.split(separator: "\"", omittingEmptySubsequences: false)[...]
        while let place = parts.firstIndex(of: "key") {
            parts = parts[(place + 1)...]
            if parts.count >= 2, parts[parts.startIndex].allSatisfy({ $0 == ":" || $0 == " " }) {
                return String(parts[parts.startIndex + 1])
            }
        }
        return nil
    }
}
