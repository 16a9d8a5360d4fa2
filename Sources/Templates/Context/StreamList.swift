import Markup

/// A stream as templates see it: pairs of the id of an item's element and the item, for those items that are to be sent.
///
/// `{% for dom_id, song in songs %}<li id="{{ dom_id }}">{{ song.title }}</li>{% endfor %}`
final class StreamList: TemplateList {
    private let pairs: [TemplateValue]
    private let shown: (ContiguousArray<Rendered>) -> StreamRows

    /// - Parameter shown: Makes the list in the page of the rows that a template made of the pairs.
    init(_ pairs: [TemplateValue], shown: @escaping (ContiguousArray<Rendered>) -> StreamRows) {
        self.pairs = pairs
        self.shown = shown
    }

    var count: Int { pairs.count }
    var isFixed: Bool { true }

    subscript(index: Int) -> TemplateValue { pairs[index] }

    func rows(_ rows: ContiguousArray<Rendered>) -> StreamRows { shown(rows) }

    /// The same stream with some of its pairs only.
    func keeping(_ pairs: [TemplateValue]) -> StreamList { StreamList(pairs, shown: shown) }
}

extension LiveStream: ContextReadable where Element: Encodable {
    package var contextValue: ContextValue {
        let operations = operations
        let pairs = operations.inserts.map { id, insert in
            TemplateValue.tuple([.string(id), ContextReader.value(of: insert.element)])
        }
        return ContextValue(.list(StreamList(pairs) { rows in self.shown(rows, of: operations) }))
    }
}
