/// Objects that others own, without those that are gone.
struct WeakList<Element: AnyObject> {
    private struct Entry {
        weak var element: Element?
    }

    private var entries: [Entry] = []
    /// How many entries there may be before those that are gone are taken out.
    private var limit = 8

    /// The objects that still are, in the order in which they came.
    var elements: [Element] { entries.compactMap(\.element) }

    mutating func append(_ element: Element) {
        if entries.count >= limit {
            entries.removeAll { $0.element == nil }
            limit = max(8, entries.count * 2)
        }
        entries.append(Entry(element: element))
    }
}
