import HTMLTree

/// What attributes of HTML say about looks (WHATWG 15.3).
enum PresentationalHints {
    /// What an attribute of an element of some name means; nothing for most.
    static func declarations(_ attribute: Attribute, of name: String) -> [Declaration] {
        switch attribute.name {
        case "align" where name == "td" || name == "th" || name == "tr":
            StyleProperty.declarations("text-align", attribute.value)
        case "valign" where name == "td" || name == "th" || name == "tr":
            StyleProperty.declarations("vertical-align", attribute.value)
        case "nowrap" where name == "td" || name == "th": nowrap
        case "border" where name == "table": attribute.value == "0" ? [] : ruledTable
        case "type" where name == "ol": ListStyle(type: attribute.value).map { [.set(\.listStyle, $0)] } ?? []
        default: []
        }
    }

    // Made once, so that elements that share them compare at no cost.
    private static let nowrap: [Declaration] = [.set(\.whiteSpace, .nowrap)]

    private static let ruledTable: [Declaration] =
        Side.allCases.map { .set(\.border[$0], .single) } + [
            .set(\.borderColor, .role(.border)), .set(\.rulesCells, true),
        ]
}

extension ListStyle {
    /// The style that the `type` attribute of an `ol` asks for.
    fileprivate init?(type: String) {
        switch type {
        case "1": self = .decimal
        case "a": self = .lowerAlpha
        case "A": self = .upperAlpha
        case "i": self = .lowerRoman
        case "I": self = .upperRoman
        default: return nil
        }
    }
}
