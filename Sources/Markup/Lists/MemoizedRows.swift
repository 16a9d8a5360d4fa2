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
        isRendered = true
        guard let origins = origins(in: old) else { return changes(inPlaceSince: old, &writer) }
        rows = ContiguousArray(
            values.indices.map { index in
                if let place = origins[index], old.values[place] == values[index] { return old.rows[place] }
                return render(values[index], given)
            })
        return changes(since: old, &writer) { origins[$0] }
    }

    /// What changed when all rows are where they were: only those are looked at whose value is another.
    private func changes(inPlaceSince old: MemoizedRows<Value, Key, Given>, _ writer: inout DiffWriter) -> DynamicDiff?
    {
        let places = values.indices.filter { values[$0] != old.values[$0] }
        rows = old.rows
        for place in places { rows[place] = render(values[place], given) }
        guard goOn(from: old, with: places.lazy.map { self.rows[$0] }) else {
            return rows.isEmpty ? nil : super.whole(&writer)
        }
        return changes(since: old, at: places, &writer) { $0 }
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
