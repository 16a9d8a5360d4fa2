import LiveProtocol

/// The rows of a list in a rendered tree.
///
/// Subclasses know how rows are kept and told apart; this class knows how rows travel.
public class RenderedList {
    /// How the client holds the rows.
    enum Form {
        /// It knows no rows yet; the place is empty.
        case unsent
        /// All rows have the statics of this one.
        case uniform(Rendered)
        /// Rows have statics of their own, each in the one changing place of an empty row.
        case mixed
    }

    /// A row before a change, and where it was.
    typealias Origin = (place: Int, row: Rendered)

    private(set) final var form: Form = .unsent

    /// What the client gets when it has nothing of the list.
    func whole(_ writer: inout DiffWriter) -> DynamicDiff { .text("") }

    /// What changed since the list was rendered before; nil when nothing did.
    func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? { whole(&writer) }

    /// Adds the HTML of all rows.
    func write(to html: inout HTMLBuffer) {}
}

extension RenderedList {
    /// All rows, with the operation of a stream.
    final func whole(
        of rows: some Collection<Rendered>, stream: StreamDiff? = nil, _ writer: inout DiffWriter
    ) -> DynamicDiff {
        // Without a row the statics are not known yet: each row of a stream brings its own then.
        form = stream == nil ? .unsent : .mixed
        if let first = rows.first {
            form = rows.allSatisfy { $0.hasSameStatics(as: first) } ? .uniform(first) : .mixed
        } else if stream == nil {
            return .text("")
        }
        return writer.withTemplates { writer in
            let statics =
                switch form {
                case .uniform(let first): writer.statics.statics(of: first)
                case .unsent, .mixed: StaticsTable.ofWrapper
                }
            return NodeDiff(statics: .pieces(statics), keyed: wholeRows(rows, &writer), stream: stream)
        }
    }

    /// All rows, as ones that the client has nothing of.
    final func wholeRows(_ rows: some Collection<Rendered>, _ writer: inout DiffWriter) -> KeyedDiff {
        var keyed = KeyedDiff(count: rows.count)
        keyed.entries.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() { keyed.entries[index] = .update(wholeRow(row, &writer)) }
        return keyed
    }

    /// Goes on with the rows as the client holds them.
    ///
    /// - Returns: Whether new rows can be added to them, which they cannot when they have other statics.
    final func goOn(from old: RenderedList, with new: some Sequence<Rendered>) -> Bool {
        switch old.form {
        case .unsent: return false
        case .uniform(let first): guard new.allSatisfy({ $0.hasSameStatics(as: first) }) else { return false }
        case .mixed: break
        }
        form = old.form
        return true
    }

    /// What the client is told of a row; nil when it is where and what it was.
    final func entry(
        of row: Rendered, at index: Int, from origin: Origin?, _ writer: inout DiffWriter
    ) -> KeyedDiff.Entry? {
        guard let origin else { return .update(wholeRow(row, &writer)) }
        let change = rowChange(from: origin.row, to: row, &writer)
        if origin.place == index { return change.map { .update($0) } }
        return change.map { .moveAndUpdate(from: origin.place, $0) } ?? .move(from: origin.place)
    }

    private func wholeRow(_ row: Rendered, _ writer: inout DiffWriter) -> NodeDiff {
        switch form {
        case .uniform: NodeDiff(dynamics: writer.dynamics(of: row))
        case .unsent, .mixed: NodeDiff(dynamics: [0: .node(writer.whole(row))])
        }
    }

    private func rowChange(from old: Rendered, to new: Rendered, _ writer: inout DiffWriter) -> NodeDiff? {
        guard let change = writer.changes(from: old, to: new) else { return nil }
        switch form {
        case .uniform: return change
        case .unsent, .mixed: return NodeDiff(dynamics: [0: .node(change)])
        }
    }
}
