/// How an element is drawn where its content alone does not say it.
enum ElementRole {
    case lineBreak
    case breakOpportunity
    case picture
    /// Something a terminal cannot play; the word stands in its place.
    case media(String)
    case input
    case select
    case textarea
    case button
    case gauge
    case details
    case summary
    case fieldset
    case styleSheet

    /// The role of an HTML element by its name; nil for one that just holds its content.
    init?(name: String) {
        // Most elements of a long page are cells, rows and items.
        guard name != "td", name != "tr", name != "div", name != "span", name != "li", name != "p" else { return nil }
        guard let role = Self.byName[name] else { return nil }
        self = role
    }

    private static let byName: [String: ElementRole] = [
        "br": .lineBreak, "wbr": .breakOpportunity, "img": .picture, "input": .input, "select": .select,
        "textarea": .textarea, "button": .button, "progress": .gauge, "meter": .gauge, "details": .details,
        "summary": .summary, "fieldset": .fieldset, "style": .styleSheet, "video": .media("video"),
        "audio": .media("audio"), "iframe": .media("frame"), "canvas": .media("canvas"), "object": .media("object"),
        "embed": .media("object"),
    ]
}
