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
        // Most elements are none, so this is settled before anything is taken apart.
        guard attributes.contains(where: Self.isMade), !Self.plainElements.contains(name) else { return nil }
        var hints: [String] = []
        var key: String?
        for attribute in attributes {
            switch attribute.name {
            case "class": hints += attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
            case "phx-click":
                if attribute.value.hasBytes(of: "lv:clear-flash") { key = key ?? Self.pushedKey(attribute.value) }
            case "phx-value-key": key = attribute.value
            case "id": hints.append(attribute.value)
            default:
                if attribute.name.hasPrefix("data-") { hints.append(attribute.value) }
            }
        }
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

    /// Whether an attribute makes its element a panel.
    static func isMade(by attribute: Attribute) -> Bool {
        switch attribute.name {
        case "class":
            attribute.value.utf8.split { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }.contains {
                $0.elementsEqual("alert".utf8) || $0.elementsEqual("flash".utf8) || $0.starts(with: "alert-".utf8)
            }
        case "role": attribute.value == "alert"
        case "phx-click": attribute.value.hasBytes(of: "lv:clear-flash")
        default: false
        }
    }

    /// Whether an attribute says that its element is an alert by class.
    static func isAlert(_ attribute: Attribute) -> Bool {
        attribute.name == "class" && attribute.value.split(whereSeparator: \.isWhitespace).contains("alert")
    }

    private static func kind(of hint: String) -> Kind? {
        let hint = hint.lowercased()
        func says(_ words: String...) -> Bool { words.contains { hint.hasBytes(of: $0) } }
        if says("error", "danger", "fail") { return .error }
        if says("success") { return .success }
        if says("warn") { return .warning }
        if says("info", "notice") { return .info }
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
