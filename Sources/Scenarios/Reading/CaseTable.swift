import Basics
import LiveProtocol

/// The cases of a scenario: the rows of its table times the combinations of its matrix.
struct CaseTable {
    /// More cases than this are a mistake in the matrix.
    static let limit = 10_000

    /// One case: what its columns say, and how it is told from the others.
    struct Row {
        var values: [String: Located]
        /// What follows `#` in the case's id; nil where there is one case only.
        var name: String?
        /// The lines of the row in the table.
        var lines: ClosedRange<Int>?
    }

    let rows: [Row]

    /// - Parameter header: The checked file.
    init(_ header: Located) {
        let table = header[Header.table]
        let lines = table?.map(\.entries) ?? [[]]
        let combinations = Self.combinations(header[Header.matrix.name]?.entries ?? [])
        let isSingle = lines.count * combinations.count == 1
        var rows: [Row] = []
        for (index, line) in lines.enumerated() {
            let values = Dictionary(line.map { ($0.key, $0.value) }) { _, last in last }
            for combination in combinations {
                let parts =
                    [values["case"]?.text ?? (lines.count > 1 ? String(index + 1) : nil)].compactMap(\.self)
                    + combination.map { $0.value.text ?? "" }
                rows.append(
                    Row(
                        values: values.merging(combination.map { ($0.key, $0.value) }) { _, last in last },
                        name: isSingle ? nil : parts.joined(separator: "-"), lines: table?[index].lines))
            }
        }
        self.rows = rows
    }

    /// How many cases a header asks for.
    static func count(_ header: Located) -> Int {
        let lines = header[Header.table]?.count ?? 1
        return (header[Header.matrix.name]?.entries ?? []).reduce(lines) { product, entry in
            let (count, overflowed) = product.multipliedReportingOverflow(by: entry.value.elements.count)
            return overflowed ? Int.max : count
        }
    }

    /// The names that rows and combinations give values to.
    static func columns(of header: Located) -> Set<String> {
        let rows = (header[Header.table] ?? []).flatMap(\.entries)
        return Set((rows + (header[Header.matrix.name]?.entries ?? [])).map(\.key))
    }

    /// What of a matrix changes nothing: keys that are neither of the header nor variables that anything asks for; and
    /// columns of the table that were meant to be keys of the header.
    ///
    /// - Parameter variables: The names that are declared or asked for.
    static func problems(of header: Located, variables: Set<String>) -> [ScenarioProblem] {
        let worldNames = Header.world.map(\.key.name)
        let known = variables.union(worldNames).union(["case"])
        func problem(_ entry: Located.Entry, _ context: String) -> ScenarioProblem {
            let kind = ScenarioProblem.Kind.unknownKey(entry.key, context: context, known: known.sorted())
            return ScenarioProblem(path: header.path, place: entry.keyPlace, kind: kind)
        }
        let ofMatrix = (header[Header.matrix.name]?.entries ?? []).filter { !known.contains($0.key) }
        var seen = known
        let unknownColumns = (header[Header.table] ?? []).flatMap(\.entries).filter {
            seen.insert($0.key).inserted
        }
        let misspelt = unknownColumns.filter { NearestName.of($0.key, among: worldNames) != nil }
        return ofMatrix.map { problem($0, "the matrix") } + misspelt.map { problem($0, "the table") }
    }

    private static func combinations(_ entries: [Located.Entry]) -> [[Located.Entry]] {
        entries.reduce([[]]) { combinations, entry in
            combinations.flatMap { combination in
                entry.value.elements.map { value in
                    combination + [Located.Entry(key: entry.key, keyPlace: entry.keyPlace, value: value)]
                }
            }
        }
    }
}
