import Basics

/// The cases of a scenario: the rows of its table times the combinations of its matrix.
struct CaseTable {
    /// More cases than this are a mistake in the matrix.
    static let limit = 10_000

    /// One case: what its columns say, and how it is told from the others.
    struct Row {
        var columns: [Located.Entry]
        var combination: [Located.Entry]
        /// What follows `#` in the case's id; nil where there is one case only.
        var name: String?
        /// The lines of the row in the table.
        var lines: SourceLines?

        /// What the case gives to a key of the header.
        subscript(key: String) -> Located? { (combination + columns).first { $0.key == key }?.value }
    }

    private let table: [TableRow]
    private let hasTable: Bool
    private let matrix: [Located.Entry]

    /// - Parameters:
    ///   - header: The checked file.
    ///   - table: The rows of its table; nil when it has none.
    init(_ header: Located, table: [TableRow]?) {
        hasTable = table != nil
        self.table = Self.namingColumnsOnce(table ?? [])
        matrix = header[Header.matrix.name]?.entries ?? []
    }

    /// How many cases there are.
    var count: Int {
        matrix.reduce(hasTable ? table.count : 1) { product, entry in
            let (count, overflowed) = product.multipliedReportingOverflow(by: entry.value.elements.count)
            return overflowed ? Int.max : count
        }
    }

    /// The cases, in the order of the rows.
    var rows: [Row] {
        let combinations = combinations
        let isSingle = count == 1
        let lines = hasTable ? table.map(Optional.some) : [nil]
        return lines.enumerated().flatMap { index, row in
            let columns = row?.entries ?? []
            let name = columns.first { $0.key == VariableUse.caseName }?.value.text
            return combinations.map { combination in
                let parts =
                    [name ?? (lines.count > 1 ? String(index + 1) : nil)].compactMap(\.self)
                    + combination.map { $0.value.text ?? JSONGrammar.value(of: $0.value).json }
                return Row(
                    columns: columns.filter { column in !combination.contains { $0.key == column.key } },
                    combination: combination, name: isSingle ? nil : parts.joined(separator: "-"), lines: row?.lines)
            }
        }
    }

    /// What of a table and matrix changes nothing, or would not tell cases apart.
    func problems(of header: Located, _ use: VariableUse) -> [ScenarioProblem] {
        let worldNames = Header.world.map(\.key.name)
        let columns = firstColumns
        func problem(_ entry: Located.Entry, _ kind: ScenarioProblem.Kind) -> ScenarioProblem {
            ScenarioProblem(path: entry.value.path, place: entry.keyPlace, kind: kind)
        }
        func unknown(_ entry: Located.Entry, _ context: String) -> ScenarioProblem {
            let known = use.names.union(use.declared.filter { $0.origin == .header }.map(\.name)).union(worldNames)
            return problem(entry, .unknownKey(entry.key, context: context, known: known.sorted()))
        }
        let ofMatrix = matrix.filter { !worldNames.contains($0.key) && !use.names.contains($0.key) }.map { entry in
            use.declared.contains { $0.name == entry.key && $0.origin == .header }
                ? problem(entry, .noEffect(entry.key, reason: "no step asks for it")) : unknown(entry, "the matrix")
        }
        let misspelt = columns.filter {
            !worldNames.contains($0.key) && $0.key != VariableUse.caseName && !use.names.contains($0.key)
                && NearestName.of($0.key, among: worldNames) != nil
        }
        let ofTable = misspelt.map { unknown($0, "the table") }
        let hidden = columns.filter { column in matrix.contains { $0.key == column.key } }.map {
            problem($0, .noEffect($0.key, reason: "the matrix gives it other values"))
        }
        let ofHeader = header.entries.filter { entry in
            worldNames.contains(entry.key)
                && (matrix.contains { $0.key == entry.key }
                    || !table.isEmpty && table.allSatisfy { $0.entries.contains { $0.key == entry.key } })
        }.map { problem($0, .noEffect($0.key, reason: "the matrix or the table gives it other values")) }
        return ofMatrix + ofTable + hidden + ofHeader
    }

    /// The first place of each column.
    private var firstColumns: [Located.Entry] {
        var seen: Set<String> = []
        return table.flatMap(\.entries).filter { seen.insert($0.key).inserted }
    }

    /// Each column is named where it stands first, so that it counts as one variable.
    private static func namingColumnsOnce(_ table: [TableRow]) -> [TableRow] {
        var places: [String: Place] = [:]
        return table.map { row in
            var row = row
            for index in row.entries.indices {
                let entry = row.entries[index]
                row.entries[index].keyPlace = places[entry.key] ?? entry.keyPlace
                places[entry.key] = row.entries[index].keyPlace
            }
            return row
        }
    }

    private var combinations: [[Located.Entry]] {
        matrix.reduce([[]]) { combinations, entry in
            combinations.flatMap { combination in
                entry.value.elements.map { value in
                    combination + [Located.Entry(key: entry.key, keyPlace: entry.keyPlace, value: value)]
                }
            }
        }
    }
}
