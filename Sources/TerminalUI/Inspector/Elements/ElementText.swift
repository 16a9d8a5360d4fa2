import Basics
import HTMLTree
import LiveClient

/// An element in a line: its name, id and classes, what is bound to it, and the beginning of its text.
struct ElementText {
    private static let longestText = 60
    private static let longestValue = 40
    private static let mostClasses = 6

    let document: Document
    let secrets: Secrets

    func line(for node: NodeID, isLeaf: Bool) -> StyledText {
        guard document.isElement(node) else { return quoted(document.text(of: node)) }
        var line = name(of: node)
        for attribute in document.attributes(of: node) where isTold(attribute.name) {
            line.append(" \(attribute.name)", attribute.name.hasPrefix("phx-") ? ChromeStyle.key : ChromeStyle.quiet)
            let value = value(of: attribute, on: node)
            if !value.isEmpty { line.append("=\(value)", ChromeStyle.quiet) }
        }
        if document.controlKind(of: node)?.isTextEntry == true {
            line.append(" ")
            line.append(quoted(document.isSecret(node) ? hidden(document.value(of: node)) : document.value(of: node)))
        } else if isLeaf, !Self.withoutText.contains(document.name(of: node)) {
            let text = quoted(firstText(in: node))
            if !text.text.isEmpty {
                line.append(" ")
                line.append(text)
            }
        }
        return line
    }

    /// `form#settings.card`
    func name(of node: NodeID) -> StyledText {
        var name = StyledText(document.name(of: node), ChromeStyle.word)
        if let id = document.attribute("id", of: node), !id.isEmpty { name.append("#\(id)", ChromeStyle.number) }
        let classes = (document.attribute("class", of: node) ?? "").split(whereSeparator: \.isWhitespace)
        for word in classes.prefix(Self.mostClasses) { name.append(".\(word)", ChromeStyle.name) }
        if classes.count > Self.mostClasses { name.append("…", ChromeStyle.name) }
        return name
    }

    /// The value of an attribute, without secrets.
    func value(of attribute: Attribute, on node: NodeID, atMost limit: Int = Self.longestValue) -> String {
        if attribute.name == "value", document.isSecret(node) { return hidden(attribute.value) }
        let text = secrets.hidden(
            in: attribute.value.count > limit * 4 ? String(attribute.value.prefix(limit * 4)) : attribute.value)
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    private func hidden(_ value: String) -> String { value.isEmpty ? "" : Secrets.bullets }

    private func isTold(_ name: String) -> Bool {
        name.hasPrefix("phx-") || ["name", "type", "href", "role", "for"].contains(name)
    }

    private func firstText(in node: NodeID) -> String {
        document.children(of: node).lazy.filter(document.isText).map(document.text).first {
            $0.utf8.contains { $0 > 0x20 }
        } ?? ""
    }

    private func quoted(_ text: String) -> StyledText {
        // Only as much is looked at as is shown.
        let start = text.drop { $0.isWhitespace }.prefix(Self.longestText * 4)
        let folded = secrets.hidden(in: String(start)).foldingWhitespace()
        guard !folded.isEmpty else { return StyledText() }
        let cut = folded.count > Self.longestText ? folded.prefix(Self.longestText - 1) + "…" : Substring(folded)
        return StyledText("\"\(cut)\"", ChromeStyle.string)
    }

    /// What is in these is no text of the page.
    private static let withoutText: Set<String> = ["style", "script", "textarea"]

    /// Whether what is in elements of a name is text of the page.
    static func hasText(_ name: String) -> Bool { !withoutText.contains(name) }
}
