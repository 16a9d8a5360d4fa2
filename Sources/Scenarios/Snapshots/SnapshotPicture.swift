import HTMLTree
import Simulator
import TextLayout

/// Makes the text of a snapshot.
struct SnapshotPicture {
    let simulator: Simulator
    /// What the picture says of its colours.
    let color: String

    /// - Parameter element: To what an outline or document is limited; the whole page when nil.
    func text(_ request: SnapshotRequest, of element: NodeID?) -> String {
        let picture =
            switch request.form {
            case .frame: frame(of: element)
            case .outline: OutlineWriter(simulator: simulator).text(below: element ?? simulator.document.root)
            case .html: simulator.document.outerHTML(of: element ?? simulator.document.root) + "\n"
            }
        return request.hidden.reduce(picture, mask)
    }

    private func frame(of element: NodeID?) -> String {
        let frame = simulator.frame()
        let cursor = frame.cursor.map { " cursor \($0.column + 1),\($0.row + 1)" } ?? ""
        let header = "\(frame.size.columns)x\(frame.size.rows)\(cursor) color \(color)"
        let area =
            element.map { bounds(of: $0, in: frame) }
            ?? Rect(
                column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows)
        let lines = area.rows.map { row in
            frame.row(row).dropFirst(area.origin.column).prefix(area.size.columns).map(\.text).joined() + "|"
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    /// The smallest rectangle of the frame that holds an element.
    private func bounds(of element: NodeID, in frame: Frame) -> Rect {
        let rectangles = simulator.rectangles(of: element)
        let left = max(0, rectangles.map(\.columns.lowerBound).min() ?? 0)
        let top = max(0, rectangles.map(\.rows.lowerBound).min() ?? 0)
        let right = min(frame.size.columns, rectangles.map(\.columns.upperBound).max() ?? 0)
        let bottom = min(frame.size.rows, rectangles.map(\.rows.upperBound).max() ?? 0)
        return Rect(column: left, row: top, columns: max(0, right - left), rows: max(0, bottom - top))
    }

    private func mask(_ picture: String, _ text: String) -> String {
        guard !text.isEmpty else { return picture }
        return picture.replacing(text, with: String(repeating: "░", count: TextWidth.width(of: text)))
    }
}

/// A picture of the page that has to be the one kept.
struct SnapshotRequest: Hashable, Sendable {
    enum Form: String, Hashable, Sendable, CaseIterable {
        /// The frame as text.
        case frame
        /// Roles and names.
        case outline
        /// The document.
        case html
    }

    let name: String
    let form: Form
    /// The element to which an outline or document is limited.
    let target: Target?
    /// Texts that are masked, because they differ from run to run.
    let hidden: [String]
}
