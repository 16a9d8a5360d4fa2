import LiveProtocol
import OrderedCollections

/// The rows of the last events, newest first.
struct EventRows {
    struct Row: Equatable {
        /// The number of the event that the row is of.
        let number: Int
        let row: InspectorRow
    }

    /// A larger diff, in bytes, is not read through.
    private static let longestDiff = 1 << 20

    private(set) var rows: [Row] = []

    /// - Parameters:
    ///   - records: Oldest first.
    ///   - unfolded: The numbers of the events of which all is told.
    ///   - showsStatics: Whether what never changes of a template is told of diffs.
    ///   - columns: The width; what is told of an event is broken where it is longer.
    init(
        of records: [EventRecord], filter: EventFilter, unfolded: Set<Int>, showsStatics: Bool, secrets: Secrets,
        columns: Int = 80
    ) {
        for record in records.reversed() {
            guard filter.fits(kind: [record.kind], record.duration, { Self.texts(of: record, secrets) }) else {
                continue
            }
            let isUnfolded = unfolded.contains(record.number)
            rows.append(
                Row(
                    number: record.number,
                    row: InspectorRow(
                        depth: 0, fold: isUnfolded ? .unfolded : .folded, text: Self.heading(record, secrets))))
            guard isUnfolded else { continue }
            let details = Self.details(of: record, showsStatics: showsStatics, secrets)
            rows += Self.rows(of: details, number: record.number, columns: columns)
        }
    }

    /// The rows of what is told of an event or call.
    static func rows(of details: [StyledText], number: Int, columns: Int) -> [Row] {
        details.flatMap { $0.wrapped(to: max(1, columns - InspectorRow.columnsBefore(depth: 1))) }
            .map { Row(number: number, row: InspectorRow(depth: 1, text: $0)) }
    }

    private static func texts(of record: EventRecord, _ secrets: Secrets) -> [String] {
        [
            record.name, record.detail, record.topic, record.failure ?? "",
            record.payload.map { secrets.hidden(in: $0).json } ?? "",
        ]
    }

    /// `12.34 s  save form  diff 120 B  1.2 ms`
    private static func heading(_ record: EventRecord, _ secrets: Secrets) -> StyledText {
        var line = StyledText("\(clock(record.time))  ", ChromeStyle.quiet)
        line.append(record.name, record.failure == nil ? ChromeStyle.title : ChromeStyle.failure)
        if !record.detail.isEmpty { line.append("  \(secrets.hidden(in: record.detail))", ChromeStyle.quiet) }
        if let answer = record.answer { line.append("  \(answer.bytes) B", ChromeStyle.number) }
        line.append("  \(DurationWords.short(record.duration))", ChromeStyle.quiet)
        if record.failure != nil { line.append("  ✗", ChromeStyle.failure) }
        return line
    }

    /// Seconds since the start, as far apart as people tell them.
    static func clock(_ time: Duration) -> String {
        let milliseconds = max(0, Int(time / .milliseconds(1)))
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    // MARK: - What came of it

    private static func details(
        of record: EventRecord, showsStatics: Bool, _ secrets: Secrets
    ) -> [StyledText] {
        var lines: [StyledText] = []
        if let failure = record.failure {
            lines.append(StyledText("✗ \(secrets.hidden(in: failure))", ChromeStyle.failure))
        }
        if let times = record.times {
            let parts = [("handling", times.handling), ("rendering", times.rendering), ("diffing", times.diffing)]
            let words = parts.map { "\($0) \(DurationWords.short($1))" }.joined(separator: ", ")
            lines.append(StyledText("◷ \(words)", ChromeStyle.quiet))
        }
        if let payload = record.payload { lines += section("→ payload", secrets.hidden(in: payload)) }
        if let answer = record.answer {
            if let diff = answer.diff, answer.bytes <= longestDiff {
                lines += section("← diff", secrets.hidden(in: diff.fields(withStatics: showsStatics)))
            } else {
                lines.append(StyledText("← a diff too large to be shown", ChromeStyle.quiet))
            }
        }
        return lines
    }

    static func section(_ title: String, _ value: JSONValue) -> [StyledText] {
        var lines = JSONLines(value, indent: 0).lines
        guard let first = lines.first else { return [] }
        var line = StyledText("\(title)  ", ChromeStyle.quiet)
        line.append(first)
        lines[0] = line
        return lines
    }
}

extension Diff {
    /// The fields that it changes, as the wire has them.
    ///
    /// - Parameter withStatics: Whether what never changes of a template is told, or only how much it is.
    fileprivate func fields(withStatics: Bool) -> JSONValue {
        guard let value = try? JSONValue(parsing: json) else { return .null }
        return withStatics ? value : value.withoutStatics
    }
}

extension JSONValue {
    /// The same with the pieces of templates counted in place of told.
    fileprivate var withoutStatics: JSONValue {
        switch self {
        case .object(let members):
            var kept: OrderedDictionary<String, JSONValue> = [:]
            for (key, value) in members {
                switch (key, value) {
                case ("s", .array(let pieces)): kept["statics"] = .integer(pieces.count)
                case ("p", .object(let templates)): kept["templates"] = .integer(templates.count)
                default: kept[key] = value.withoutStatics
                }
            }
            return .object(kept)
        case .array(let items): return .array(items.map(\.withoutStatics))
        case .null, .bool, .integer, .number, .string: return self
        }
    }
}
