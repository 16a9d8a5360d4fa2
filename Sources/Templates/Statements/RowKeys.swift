import Markup

/// What tells the rows of a loop apart: the `id` of each element, if the first one has any.
struct RowKeys {
    private var keys: ContiguousArray<ValueKey>?

    /// Notes the next element.
    ///
    /// - Parameter index: Its place among all.
    mutating func note(_ element: TemplateValue, at index: Int) {
        guard index == 0 || keys != nil else { return }
        guard case .map(let map) = element, let id = map.value(forKey: "id") else {
            keys?.append(.undefined)
            return
        }
        if index == 0 { keys = [] }
        keys?.append(ValueKey(id) ?? .undefined)
    }

    /// The rows as a list, told apart by their keys, or by their place if they have none.
    func list(_ rows: ContiguousArray<Rendered>) -> RenderedList {
        .rows(rows, by: keys)
    }
}
