import LiveProtocol

/// The rows of a live list: only those are rendered, compared and sent that may have changed.
///
/// Rows are kept in chunks as elements are, so that nothing goes through all of them for one.
final class LiveRows<Element: Identifiable & Equatable & Sendable, Given: Equatable>: RenderedList
where Element.ID: Sendable {
    private let elements: ChunkedArray<Element>
    private let given: Given
    private let comparison: ElementComparison<Element>
    private let render: (Element, Given) -> Rendered
    private var rows = ChunkedArray<Rendered>()

    init(
        _ list: LiveList<Element>, given: Given, comparison: @escaping ElementComparison<Element>,
        render: @escaping (Element, Given) -> Rendered
    ) {
        elements = list.elements
        self.given = given
        self.comparison = comparison
        self.render = render
    }

    override func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        renderAll()
        return whole(of: rows, &writer)
    }

    override func changes(since old: RenderedList, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? LiveRows<Element, Given> else { return whole(&writer) }
        let edits = edits(since: old)
        rows = old.rows
        // From the end, so that the places before it are still those of the old rows.
        for edit in edits.reversed() {
            if edit.change.old.count == 1, edit.rows.count == 1 {
                rows[edit.change.old.lowerBound] = edit.rows[0]
            } else {
                rows.replaceSubrange(edit.change.old, with: edit.rows)
            }
        }
        guard goOn(from: old, with: edits.flatMap(\.rows)) else { return rows.isEmpty ? nil : whole(&writer) }
        guard !edits.isEmpty else { return nil }
        let diff = writer.withTemplates { writer in NodeDiff(keyed: keyed(edits, old, &writer)) }
        if case .node(let node) = diff, node.isEmpty { return nil }
        return diff
    }

    override func write(to html: inout HTMLBuffer) {
        renderAll()
        for row in rows { row.write(to: &html) }
    }

    private func renderAll() {
        if rows.count < elements.count { rows = ChunkedArray(ContiguousArray(elements.map { render($0, given) })) }
    }
}

// MARK: - Edits

/// Rows in the place of others. It knows nothing of elements, so that lists of all types run the same code.
private struct RowEdit {
    let change: ChunkedChange
    /// The old place of each row; nil where it is new.
    let origins: [Int?]
    let rows: ContiguousArray<Rendered>
}

extension LiveRows {
    /// Elements in the place of others.
    private struct Stretch {
        var change: ChunkedChange
        var old: ContiguousArray<Element>.SubSequence
        var new: ContiguousArray<Element>.SubSequence

        /// Leaves the elements at both ends out that are what they were.
        mutating func trim() {
            while let before = old.first, let after = new.first, before.id == after.id, before == after {
                old.removeFirst()
                new.removeFirst()
                change.old.removeFirst()
                change.new.removeFirst()
            }
            while let before = old.last, let after = new.last, before.id == after.id, before == after {
                old.removeLast()
                new.removeLast()
                change.old.removeLast()
                change.new.removeLast()
            }
        }
    }

    /// What is to be done to the old rows.
    private func edits(since old: LiveRows) -> [RowEdit] {
        let isGivenSame = given == old.given
        let changes =
            isGivenSame
            ? elements.root.changes(since: old.elements.root)
            : [ChunkedChange(old: 0..<old.elements.count, new: 0..<elements.count)]
        var edits: [RowEdit] = []
        var others: [ChunkedChange] = []
        for change in changes {
            let before = old.elements.elements(ofChunksIn: change.old)
            let after = elements.elements(ofChunksIn: change.new)
            if let changed = comparison(before, after) {
                for offset in isGivenSame ? changed : Array(after.indices) {
                    let (place, index) = (change.old.lowerBound + offset, change.new.lowerBound + offset)
                    edits.append(
                        RowEdit(
                            change: ChunkedChange(old: place..<(place + 1), new: index..<(index + 1)),
                            origins: [place], rows: [render(after[offset], given)]))
                }
            } else {
                others.append(change)
            }
        }
        guard !others.isEmpty else { return edits }
        edits += moves(in: others, old, isGivenSame: isGivenSame)
        return edits.sorted { $0.change.new.lowerBound < $1.change.new.lowerBound }
    }

    /// The edits of stretches in which rows come, go or move, from one of them to another too.
    private func moves(in changes: [ChunkedChange], _ old: LiveRows, isGivenSame: Bool) -> [RowEdit] {
        let stretches = changes.map { change in
            var stretch = Stretch(
                change: change, old: old.elements.elements(ofChunksIn: change.old)[...],
                new: elements.elements(ofChunksIn: change.new)[...])
            if isGivenSame { stretch.trim() }
            return stretch
        }
        let before = stretches.flatMap { zip($0.change.old, $0.old) }
        let origins = RowOrigins.find(
            stretches.lazy.flatMap(\.new).map(\.id), in: before.lazy.map { $0.1.id })
        var next = 0
        return stretches.map { stretch in
            var places: [Int?] = []
            var rows: ContiguousArray<Rendered> = []
            for element in stretch.new {
                let origin = origins[next].map { before[$0] }
                next += 1
                places.append(origin?.0)
                if let origin, isGivenSame, origin.1 == element {
                    rows.append(old.rows[origin.0])
                } else {
                    rows.append(render(element, given))
                }
            }
            return RowEdit(change: stretch.change, origins: places, rows: rows)
        }
    }

    /// What the client is told: the edited rows, and those between them that are at another place now.
    private func keyed(_ edits: [RowEdit], _ old: LiveRows, _ writer: inout DiffWriter) -> KeyedDiff? {
        var keyed = KeyedDiff(count: rows.count)
        var next = 0
        var shift = 0
        for edit in edits {
            if shift != 0 {
                for index in next..<edit.change.new.lowerBound { keyed.entries[index] = .move(from: index - shift) }
            }
            for (index, (row, place)) in zip(edit.change.new, zip(edit.rows, edit.origins)) {
                let origin = place.map { ($0, old.rows[$0]) }
                if let entry = entry(of: row, at: index, from: origin, &writer) { keyed.entries[index] = entry }
            }
            next = edit.change.new.upperBound
            shift = next - edit.change.old.upperBound
        }
        if shift != 0 {
            for index in next..<rows.count { keyed.entries[index] = .move(from: index - shift) }
        }
        return keyed.entries.isEmpty && rows.count == old.rows.count ? nil : keyed
    }
}
