import LiveProtocol

/// The rows of a stream: those to be inserted, with the operations that say where (CLIENT.md 11).
final class StreamRows: RenderedList {
    private let reference: String
    private var operation: StreamDiff?
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
        super.init(rows: rows)
    }

    override func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        guard let operation else { return .text("") }
        // Without a row the statics are not known yet: each row brings its own then.
        form = rows.first.map { first in hasStatics(of: first) ? .uniform(first) : .mixed } ?? .mixed
        return writer.withTemplates { writer in
            let statics =
                switch form {
                case .uniform(let first): writer.statics.statics(of: first)
                case .unsent, .mixed: writer.statics.ofWrapper
                }
            return NodeDiff(statics: .pieces(statics), keyed: takeRows(&writer), stream: operation)
        }
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? StreamRows, old.reference == reference else { return whole(&writer) }
        guard let operation else {
            form = old.form
            return nil
        }
        switch old.form {
        case .unsent: return whole(&writer)
        case .uniform(let first): guard hasStatics(of: first) else { return whole(&writer) }
        case .mixed: break
        }
        form = old.form
        return writer.withTemplates { writer in NodeDiff(keyed: takeRows(&writer), stream: operation) }
    }

    private func hasStatics(of row: Rendered) -> Bool { rows.allSatisfy { $0.hasSameStatics(as: row) } }

    /// Gives the rows away, of which none is kept: to the client each is new, and so is the list after the next change.
    private func takeRows(_ writer: inout DiffWriter) -> KeyedDiff {
        var keyed = KeyedDiff(count: rows.count)
        keyed.entries.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() { keyed.entries[index] = .update(wholeRow(row, &writer)) }
        rows = []
        operation = nil
        if let sent { writer.sent.append(sent) }
        sent = nil
        return keyed
    }
}
