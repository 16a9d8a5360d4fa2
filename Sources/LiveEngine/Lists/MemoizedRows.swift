import LiveProtocol

/// Keyed rows that are rendered only when their value, or what is given to all of them, is not what it was.
final class MemoizedRows<Value: Equatable, Key: Hashable, Given: Equatable>: KeyedRows<Key> {
    private let values: [Value]
    private let given: Given
    private let render: (Value, Given) -> Rendered
    private var isRendered = false

    init(
        values: [Value], keys: ContiguousArray<Key>, given: Given,
        render: @escaping (Value, Given) -> Rendered
    ) {
        self.values = values
        self.given = given
        self.render = render
        super.init(keys: keys, rows: [])
    }

    override func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        renderAll()
        return super.whole(&writer)
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? MemoizedRows<Value, Key, Given>, old.given == given else {
            renderAll()
            return super.changes(since: old, &writer)
        }
        let origin = origins(in: old)
        rows = ContiguousArray(
            values.indices.map { index in
                if let place = origin(index), old.values[place] == values[index] { return old.rows[place] }
                return render(values[index], given)
            })
        isRendered = true
        return changes(since: old, &writer, origin: origin)
    }

    override func write(to html: inout HTMLBuffer) {
        renderAll()
        super.write(to: &html)
    }

    private func renderAll() {
        guard !isRendered else { return }
        rows = ContiguousArray(values.map { render($0, given) })
        isRendered = true
    }
}
