import HTMLTree
import Testing

@testable import TextLayout

/// A page as the tests look at it.
struct Picture {
    let document: Document
    let page: PageLayout
    let size: Size

    /// - Parameter rows: How many rows are shown; nil for all.
    init(_ html: String, columns: Int = 80, rows: Int? = nil, marks: (Document) -> [NodeID: Mark] = { _ in [:] }) {
        document = Document(parsing: html)
        page = PageLayout(document: document, rules: .flash)
        page.update(width: columns, marks: marks(document))
        size = Size(columns: columns, rows: rows ?? page.height)
    }

    /// The frame as it is painted, scrolled down by some rows.
    func frame(scroll: Int = 0) -> Frame {
        var frame = Frame(size: size)
        page.paint(into: &frame, area: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows), scroll: scroll)
        return frame
    }

    var text: String { frame().text }

    /// The first element that a selector selects.
    func node(_ selector: String) throws -> NodeID {
        try #require(document.first(Selector(selector), below: document.root))
    }

    /// The style of the cell where some text of the picture starts.
    func style(of text: String) throws -> CellStyle {
        let frame = frame()
        for row in 0..<frame.size.rows {
            let cells = frame.row(row).map(\.text)
            for column in cells.indices where cells[column...].joined().hasPrefix(text) {
                return frame[column - cells.startIndex, row].style
            }
        }
        throw Missing(text: text)
    }

    struct Missing: Error {
        let text: String
    }

    func update() { page.update(width: size.columns, marks: [:]) }
}

extension PageRules {
    /// What clears flash at a click is a banner.
    fileprivate static let flash = PageRules(sheet: "", attributes: ["phx-click", "phx-value-key"]) { attributes in
        guard attributes.contains(where: { $0.name == "phx-click" && $0.value.contains("lv:clear-flash") }) else {
            return nil
        }
        return MessageRole(isBanner: true, key: attributes.first { $0.name == "phx-value-key" }?.value)
    }
}
