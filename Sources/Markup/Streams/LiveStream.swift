import Synchronization

/// A list whose rows only the page holds: the view says what to insert and delete, and forgets it when it is sent.
///
/// It stands in the context as any value does: when a handler throws, its operations are forgotten. A page shows it
/// with `stream(_:_:)` in an element that has an id and `phx-update="stream"` (TheClientsRules.md, "Streams").
///
/// Operations wait until a page shows the stream. A page that takes the stream's element away and shows it again later
/// has no rows then; reset the stream when it comes back.
public struct LiveStream<Element: Sendable>: Sendable {
    /// Tells it from the other streams of its page, those of components included.
    public let name: String

    private let domID: @Sendable (Element) -> String
    private var batch = StreamBatch<Element>()

    /// Makes a stream of any items.
    ///
    /// - Parameter domID: The id of an item's element in the page.
    public init(_ name: String, domID: @escaping @Sendable (Element) -> String) {
        self.name = name
        self.domID = domID
    }

    /// Makes a stream of items that have an id: the item 7 of the stream "songs" is the element "songs-7".
    public init(_ name: String) where Element: Identifiable {
        self.init(name) { "\(name)-\($0.id)" }
    }

    /// The id of an item's element in the page.
    public func domID(of element: Element) -> String { domID(element) }

    /// Puts an item in. One that the page has stays where it is and is updated.
    ///
    /// - Parameters:
    ///   - place: Among the children of the stream's element: 0 for the front, -1 for the end.
    ///   - limit: How many children may stay then: the first of them if positive, the last if negative.
    public mutating func insert(_ element: Element, at place: Int = -1, limit: Int? = nil) {
        let id = domID(element)
        change { $0.insert(element, id: id, at: place, limit: limit) }
    }

    /// Puts items in, one after the other: at the front or at a fixed place they come out in reverse order.
    public mutating func insert(contentsOf elements: some Sequence<Element>, at place: Int = -1, limit: Int? = nil) {
        let domID = domID
        change { for element in elements { $0.insert(element, id: domID(element), at: place, limit: limit) } }
    }

    /// Updates an item if the page has it.
    public mutating func update(_ element: Element) {
        let id = domID(element)
        change { $0.update(element, id: id) }
    }

    /// Takes an item out. One that is put in afterwards, in the same handler, moves.
    public mutating func delete(_ element: Element) { delete(domID: domID(element)) }

    /// Takes the item out whose element has an id.
    public mutating func delete(domID id: String) { change { $0.delete(id: id) } }

    /// Takes all items out.
    public mutating func reset() { change { $0.reset() } }

    /// Takes all items out and puts others in.
    public mutating func reset(to elements: some Sequence<Element>, limit: Int? = nil) {
        reset()
        insert(contentsOf: elements, limit: limit)
    }

    private mutating func change(_ body: (inout StreamOperations<Element>) -> Void) {
        // Other copies keep what they have: those of handlers that fail, and those that are being rendered.
        if !isKnownUniquelyReferenced(&batch) { batch = StreamBatch(batch.operations) }
        batch.change(body)
    }
}

extension LiveStream {
    /// The rows to be sent.
    func rows(_ row: (_ domID: String, Element) throws -> Rendered) rethrows -> StreamRows {
        let operations = operations
        var rows = ContiguousArray<Rendered>()
        rows.reserveCapacity(operations.inserts.count)
        for (id, insert) in operations.inserts { rows.append(try row(id, insert.element)) }
        return shown(rows, of: operations)
    }

    /// The rows that were made of operations; when they are sent, the operations are forgotten.
    package func shown(_ rows: ContiguousArray<Rendered>, of operations: StreamOperations<Element>) -> StreamRows {
        let operation = operations.isEmpty ? nil : operations.diff(reference: name)
        return StreamRows(reference: name, operation: operation, rows: rows) { [batch] in batch.forget() }
    }

    /// What is not sent yet.
    package var operations: StreamOperations<Element> { batch.operations }
}

/// The operations of a stream since it was sent last, shared by all copies of the stream.
///
/// When they are sent they are forgotten here, and so in all copies at once: no row stays in memory.
private final class StreamBatch<Element: Sendable>: Sendable {
    private let content: Mutex<StreamOperations<Element>>

    init(_ operations: StreamOperations<Element> = StreamOperations()) { content = Mutex(operations) }

    var operations: StreamOperations<Element> { content.withLock { $0 } }

    func change(_ body: (inout StreamOperations<Element>) -> Void) { content.withLock { body(&$0) } }

    func forget() { content.withLock { $0 = StreamOperations() } }
}

/// The inspector sees the name, and what is not sent yet.
extension LiveStream: Encodable where Element: Encodable {
    private enum CodingKeys: String, CodingKey { case stream, inserts, deletes, resets }

    /// Writes the value as JSON has it.
    public func encode(to encoder: any Encoder) throws {
        let operations = operations
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .stream)
        guard !operations.isEmpty else { return }
        try container.encode(operations.inserts.values.map(\.element), forKey: .inserts)
        try container.encode(Array(operations.deletes), forKey: .deletes)
        try container.encode(operations.resets, forKey: .resets)
    }
}

/// Shows a stream, in an element that has an id and `phx-update="stream"`; each row is one element with the id given.
///
/// It stands in an interpolation: `\(stream(context.songs) { id, song in "<li id=\"\(id)\">\(song.title)</li>" })`.
public func stream<Element>(
    _ stream: LiveStream<Element>, _ row: (_ domID: String, Element) throws -> Rendered
) rethrows -> RenderedList {
    try stream.rows(row)
}
