import LiveProtocol

/// The rows of a stream: those to be inserted, with the operations that say where (TheClientsRules.md, "Streams").
package final class StreamRows: RenderedList {
    private let reference: String
    private var operation: StreamDiff?
    private var rows: ContiguousArray<Rendered>
    private var sent: (() -> Void)?

    /// - Parameters:
    ///   - operation: Nil when there is nothing to tell.
    ///   - sent: Called when the rows are on their way, which they are not when the transaction fails after all.
    init(
        reference: String, operation: StreamDiff?, rows: ContiguousArray<Rendered>, sent: @escaping () -> Void
    ) {
        self.reference = reference
        self.operation = operation
        self.sent = sent
        self.rows = rows
    }

    override func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        guard let operation else { return .text("") }
        defer { giveAway(&writer) }
        return whole(of: rows, stream: operation, &writer)
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? StreamRows, old.reference == reference else { return whole(&writer) }
        guard let operation else {
            _ = goOn(from: old, with: [])
            return nil
        }
        guard goOn(from: old, with: rows) else { return whole(&writer) }
        defer { giveAway(&writer) }
        return writer.withTemplates { writer in NodeDiff(keyed: wholeRows(rows, &writer), stream: operation) }
    }

    override func write(to html: inout HTMLBuffer) { for row in rows { row.write(to: &html) } }

    /// Keeps no row: to the client each is new, and so is the list after the next change.
    private func giveAway(_ writer: inout DiffWriter) {
        guard !writer.keepsRows else { return }
        rows = []
        operation = nil
        if let sent { writer.sent.append(sent) }
        sent = nil
    }
}
