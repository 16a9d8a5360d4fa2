import Basics
import HTMLTree

/// Banners and alerts, which become panels coloured and titled by their kind.
///
/// An element is one by its class (`flash`, `alert`), its role (`alert`), or because the rules of the page say so. The kind
/// comes from its key, class, id or data attributes, and is told in a word and a sign beside the colour.
struct MessagePanel {
    private enum Kind: String {
        case info, success, warning, error

        /// The kind that a word speaks of, such as a class; nil for a word that tells none.
        init?(hint: String) {
            func says(_ words: String...) -> Bool {
                words.contains { ASCIIText.contains($0, in: hint, ignoringCase: true) }
            }
            if says("error", "danger", "fail") {
                self = .error
            } else if says("success") {
                self = .success
            } else if says("warn") {
                self = .warning
            } else if says("info", "notice") {
                self = .info
            } else {
                return nil
            }
        }

        var role: ColorRole {
            switch self {
            case .info: .info
            case .success: .success
            case .warning: .warning
            case .error: .error
            }
        }

        var sign: String {
            switch self {
            case .info: "i"
            case .success: "✓"
            case .warning: "!"
            case .error: "✗"
            }
        }
    }

    /// What the panel looks like, weaker than anything the page says itself.
    let declarations: [Declaration]

    /// Recognises a panel; nil when an element is none.
    init?(name: String, attributes: [Attribute], rules: PageRules) {
        let role = rules.messageRole(attributes)
        // Most elements are none, so this is settled before anything is taken apart.
        guard role?.isBanner == true || attributes.contains(where: Self.isMade), !Self.plainElements.contains(name)
        else { return nil }
        let kind =
            ([role?.key].compactMap(\.self) + Self.hints(attributes)).lazy.compactMap(Kind.init(hint:)).first ?? .info
        let word = role?.key.map(VisibleText.make) ?? kind.rawValue
        declarations =
            Self.frame + [
                .set(\.paintsGround, true), .set(\.ground, .role(kind.role.asGround)),
                .set(\.borderColor, .role(kind.role)),
                .set(\.borderTitle, "\(kind.sign) \(word.isEmpty ? kind.rawValue : word)"),
            ]
    }

    /// What an alert inside a panel looks like: the row of its sign, its words and its button.
    static let row: [Declaration] = [.set(\.display, .flex), .set(\.columnGap, 1)]

    /// What all panels look like.
    private static let frame: [Declaration] =
        Side.allCases.map { .set(\.border[$0], .rounded) } + [
            .set(\.display, .block), .set(\.isInPanel, true), .set(\.padding[.left], 1), .set(\.padding[.right], 1),
        ]

    /// Elements that stay what they are even as banners.
    private static let plainElements: Set<String> = ["a", "button", "input", "label", "summary", "option", "span"]

    /// Whether an attribute makes its element a panel, whatever the rules of the page say.
    static func isMade(by attribute: Attribute) -> Bool {
        switch attribute.name {
        case "class":
            attribute.value.utf8.split { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }.contains {
                $0.elementsEqual("alert".utf8) || $0.elementsEqual("flash".utf8) || $0.starts(with: "alert-".utf8)
            }
        case "role": attribute.value == "alert"
        default: false
        }
    }

    /// Whether an attribute says that its element is an alert by class.
    static func isAlert(_ attribute: Attribute) -> Bool {
        attribute.name == "class" && attribute.value.split(whereSeparator: \.isWhitespace).contains("alert")
    }

    /// The words that may tell the kind of a panel, the strongest first.
    private static func hints(_ attributes: [Attribute]) -> [String] {
        attributes.flatMap { attribute -> [String] in
            switch attribute.name {
            case "class": attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
            case "id": [attribute.value]
            default: attribute.name.hasPrefix("data-") ? [attribute.value] : []
            }
        }
    }
}
