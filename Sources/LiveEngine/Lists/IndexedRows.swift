/// Rows that are told apart by their place.
final class IndexedRows: RenderedList {
    init(_ rows: [Rendered]) { super.init(rows: ContiguousArray(rows)) }
}
