import HTMLTree
import LiveClient

extension Screen: Viewport {
    var height: Int { size.rows }

    func rowsInView(of node: NodeID) -> Range<Int>? {
        rows(of: node).map { $0.lowerBound - scrollRow..<$0.upperBound - scrollRow }
    }

    func scroll(_ node: NodeID, to edge: ViewportEdge) {
        guard let rows = rows(of: node) else { return }
        switch edge {
        case .top: scroll(to: rows.lowerBound)
        case .bottom: scroll(to: rows.upperBound - size.rows)
        }
    }
}
