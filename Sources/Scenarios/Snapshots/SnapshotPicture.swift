import HTMLTree
import Simulator
import TextLayout

/// Makes the text of a snapshot.
struct SnapshotPicture {
    let simulator: Simulator
    /// The colours that its frames have.
    let colors: FrameColors

    /// What stands in the place of what is masked.
    private static let veil = "░"

    /// - Parameter element: To what the picture is limited; the whole page when nil.
    func text(_ request: SnapshotRequest, of element: NodeID?) -> String {
        let resolver = TargetResolver(simulator: simulator, explains: false)
        let hidden = request.maskedTargets.flatMap(resolver.all)
        let texts = request.masks.compactMap { mask -> String? in
            if case .text(let text) = mask, !text.isEmpty { text } else { nil }
        }
        switch request.form {
        case .frame: return frame(of: element, isStyled: false, hidden: hidden, texts: texts)
        case .styled: return frame(of: element, isStyled: true, hidden: hidden, texts: texts)
        case .outline:
            let outline = OutlineWriter(simulator: simulator, hidden: Set(hidden), veil: Self.veil)
            return mask(texts, in: outline.text(below: element ?? simulator.document.root))
        case .html: return html(of: element, hidden: hidden, texts: texts)
        }
    }

    private func html(of element: NodeID?, hidden: [NodeID], texts: [String]) -> String {
        let document = simulator.document
        let page = hidden.reduce(document.outerHTML(of: element ?? document.root)) { page, node in
            page.replacing(document.outerHTML(of: node), with: Self.veil)
        }
        return mask(texts, in: page) + "\n"
    }

    private func mask(_ texts: [String], in picture: String) -> String {
        texts.reduce(picture) { picture, text in
            picture.replacing(text, with: String(repeating: Self.veil, count: TextWidth.width(of: text)))
        }
    }

    // MARK: Frames

    private func frame(of element: NodeID?, isStyled: Bool, hidden: [NodeID], texts: [String]) -> String {
        let frame = simulator.frame().limited(to: colors)
        let veils = hidden.flatMap(simulator.rectangles)
        func isVeiled(_ position: Position) -> Bool { veils.contains { $0.contains(position) } }
        let cursor = frame.cursor.map { cursor in
            " cursor \(isVeiled(cursor) ? Self.veil : "\(cursor.column + 1),\(cursor.row + 1)")"
        }
        let header = "\(frame.size.columns)x\(frame.size.rows)\(cursor ?? "") color \(colors.rawValue)"
        let all = Rect(column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows)
        let area = element.map { bounds(of: $0, in: frame) } ?? all
        let cells = area.rows.map { row in
            let cells = frame.row(row)
            return area.columns.map { isVeiled(Position(column: $0, row: row)) ? nil : cells[$0] }
        }
        var lines = [header] + cells.map { mask(texts, in: $0.map { $0?.text ?? Self.veil }.joined()) + "|" }
        if isStyled {
            let letters = StyleLetters(for: cells.joined().compactMap { $0?.shownStyle })
            lines += [""] + cells.map { $0.map { letters[$0?.shownStyle] ?? Self.veil }.joined() + "|" }
            if !letters.legend.isEmpty { lines += [""] + letters.legend }
        }
        return lines.map { $0 + "\n" }.joined()
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
}

extension Cell {
    /// What is seen of its style: of a blank nothing but the ground, unless it is underlined or the like.
    fileprivate var shownStyle: CellStyle {
        // Where a link leads is no matter of looks.
        var style = self.style
        style.link = 0
        let isBlank = text == " " && style.attributes.isDisjoint(with: [.underline, .reverse, .strikethrough])
        return isBlank ? CellStyle(background: style.background) : style
    }
}
