import LiveProtocol

/// The rows of a list in a rendered tree.
///
/// Subclasses know how rows are told apart; this class knows how rows travel. A list that tracks its own changes can
/// override `changes(since:_:)` and look at nothing but what changed.
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

    /// The rendered rows, as far as the list has rendered them.
    var rows: ContiguousArray<Rendered>
    var form: Form = .unsent

    init(rows: ContiguousArray<Rendered>) { self.rows = rows }

    /// What the client gets when it has nothing of the list.
    func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        guard let first = rows.first else { return .text("") }
        let isUniform = rows.allSatisfy { $0.hasSameStatics(as: first) }
        form = isUniform ? .uniform(first) : .mixed
        return writer.withTemplates { writer in
            let statics = isUniform ? writer.statics.statics(of: first) : writer.statics.ofWrapper
            var keyed = KeyedDiff(count: rows.count)
            keyed.entries.reserveCapacity(rows.count)
            for (index, row) in rows.enumerated() { keyed.entries[index] = .update(wholeRow(row, &writer)) }
            return NodeDiff(statics: .pieces(statics), keyed: keyed)
        }
    }

    /// What changed since the list was rendered before; nil when nothing did.
    func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        changes(since: old, &writer) { index in index < old.rows.count ? index : nil }
    }

    /// What changed, when `origin` gives the old place of the row at a new place.
    final func changes(
        since old: RenderedList, _ writer: inout DiffWriter, origin: (Int) -> Int?
    ) -> DynamicDiff? {
        switch old.form {
        case .unsent: return rows.isEmpty ? nil : whole(&writer)
        case .uniform(let first):
            guard rows.allSatisfy({ $0.hasSameStatics(as: first) }) else { return whole(&writer) }
        case .mixed: break
        }
        form = old.form
        let diff = writer.withTemplates { writer in
            var keyed = KeyedDiff(count: rows.count)
            for (index, row) in rows.enumerated() {
                guard let entry = entry(of: row, at: index, from: origin(index), in: old, &writer) else { continue }
                keyed.entries[index] = entry
            }
            let isSame = keyed.entries.isEmpty && rows.count == old.rows.count
            return NodeDiff(keyed: isSame ? nil : keyed)
        }
        if case .node(let node) = diff, node.isEmpty { return nil }
        return diff
    }

    /// Adds the HTML of all rows.
    func write(to html: inout HTMLBuffer) { for row in rows { row.write(to: &html) } }

    private func entry(
        of row: Rendered, at index: Int, from origin: Int?, in old: RenderedList, _ writer: inout DiffWriter
    ) -> KeyedDiff.Entry? {
        guard let origin else { return .update(wholeRow(row, &writer)) }
        let change = rowChange(from: old.rows[origin], to: row, &writer)
        if origin == index { return change.map { .update($0) } }
        return change.map { .moveAndUpdate(from: origin, $0) } ?? .move(from: origin)
    }

    final func wholeRow(_ row: Rendered, _ writer: inout DiffWriter) -> NodeDiff {
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
