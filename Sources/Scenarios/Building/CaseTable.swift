/// The cases of a scenario: the rows of its table times the combinations of its matrix.
struct CaseTable {
    /// More cases than this are a mistake in the matrix.
    static let limit = 10_000

    /// One case: what its columns say, and how it is told from the others.
    struct Row {
        var values: [String: Located]
        /// What follows `#` in the case's id; nil where there is one case only.
        var name: String?
        /// Where the row of the table stands.
        var place: Place?
    }

    let rows: [Row]

    /// - Parameter header: The checked file.
    init(_ header: Located) {
        let table = header["table"]?.elements
        let lines = table?.map(\.entries) ?? [[]]
        let combinations = Self.combinations(header["matrix"]?.entries ?? [])
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
                        name: isSingle ? nil : parts.joined(separator: "-"), place: table?[index].place))
            }
        }
        self.rows = rows
    }

    /// How many cases a header asks for.
    static func count(_ header: Located) -> Int {
        let lines = header["table"]?.elements.count ?? 1
        return (header["matrix"]?.entries ?? []).reduce(lines) { product, entry in
            let (count, overflowed) = product.multipliedReportingOverflow(by: entry.value.elements.count)
            return overflowed ? Int.max : count
        }
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
