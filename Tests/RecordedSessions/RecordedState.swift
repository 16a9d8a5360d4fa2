import HTMLTree
import LiveClient

/// What a page shows at one moment, as recordings tell it.
package struct RecordedState: Equatable {
    package var title: String
    /// Path and query.
    package var url: String
    /// The main view's content, without styles.
    package var text: String
    /// The same with styles.
    package var styledText: String
    /// The classes of the main view's container.
    package var mainClasses: String
    package var bodyClasses: String
    /// The id of the element with the focus, or else its tag.
    package var focus: String

    package init(_ client: LiveClient) {
        let document = client.document
        let all = document.elements(below: document.root)
        let main = all.first { document.hasAttribute("data-phx-main", of: $0) }
        title = client.title
        url = client.url
        text = main.map { CanonicalForm(document).text(of: $0) } ?? ""
        styledText = main.map { CanonicalForm(document, showsStyles: true).text(of: $0) } ?? ""
        mainClasses = main.flatMap { document.attribute("class", of: $0) } ?? ""
        bodyClasses =
            all.first { document.name(of: $0) == "body" }.flatMap { document.attribute("class", of: $0) } ?? ""
        focus =
            document.activeElement.map { node in
                document.attribute("id", of: node).flatMap { $0.isEmpty ? nil : $0 } ?? document.name(of: node)
            } ?? "body"
    }

    /// The lines in which a page differs from the one that was wanted; nil when none does.
    package static func difference(between found: String, and wanted: String) -> String? {
        let lines = found.split(separator: "\n").difference(from: wanted.split(separator: "\n")).map { change in
            switch change {
            case .insert(let line, let text, _): "+\(line + 1) \(text.prefix(300))"
            case .remove(let line, let text, _): "-\(line + 1) \(text.prefix(300))"
            }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
