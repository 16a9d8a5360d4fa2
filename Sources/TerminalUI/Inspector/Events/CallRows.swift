import LiveProtocol

/// The rows of the last calls of functions of views, components and hooks, newest first.
struct CallRows {
    /// What takes more memory than this is not looked through for words.
    private static let longestSearch = 16 << 10

    private(set) var rows: [EventRows.Row] = []

    /// - Parameters:
    ///   - calls: Oldest first.
    ///   - unfolded: The numbers of the calls of which all is told.
    ///   - columns: The width; what is told of a call is broken where it is longer.
    init(
        of calls: [CallbackTrace], filter: EventFilter, unfolded: Set<Int>, secrets: Secrets, columns: Int = 80
    ) {
        for call in calls.reversed() {
            let kind = ["\(call.kind)", call.kind.rawValue]
            guard filter.fits(kind: kind, call.duration, { Self.texts(of: call, secrets) }) else { continue }
            let isUnfolded = unfolded.contains(call.number)
            rows.append(
                EventRows.Row(
                    number: call.number,
                    row: InspectorRow(
                        depth: 0, fold: isUnfolded ? .unfolded : .folded, text: Self.heading(call, secrets))))
            guard isUnfolded else { continue }
            rows += EventRows.rows(of: Self.details(of: call, secrets), number: call.number, columns: columns)
        }
    }

    private static func texts(of call: CallbackTrace, _ secrets: Secrets) -> [String] {
        var texts = [call.type, call.name ?? "", call.topic, call.failure ?? ""]
        if call.arguments.bytes <= longestSearch, let json = call.arguments.json {
            texts.append(secrets.hidden(in: json).json)
        }
        return texts
    }

    /// `12.340  handleEvent save  SettingsView  120 µs`
    private static func heading(_ call: CallbackTrace, _ secrets: Secrets) -> StyledText {
        var line = StyledText("\(EventRows.clock(call.time))  ", ChromeStyle.quiet)
        line.append(call.kind.rawValue, call.failure == nil ? ChromeStyle.title : ChromeStyle.failure)
        if let name = call.name { line.append(" \(secrets.hidden(in: name))", ChromeStyle.key) }
        let place = call.part.component.map { "\(call.type) \($0)" } ?? call.type
        line.append("  \(place)", ChromeStyle.quiet)
        if let duration = call.duration { line.append("  \(DurationWords.short(duration))", ChromeStyle.number) }
        if call.failure != nil { line.append("  ✗", ChromeStyle.failure) }
        return line
    }

    private static func details(of call: CallbackTrace, _ secrets: Secrets) -> [StyledText] {
        var lines: [StyledText] = []
        if let failure = call.failure {
            lines.append(StyledText("✗ \(secrets.hidden(in: failure))", ChromeStyle.failure))
        }
        if let arguments = call.arguments.json {
            lines += EventRows.section("→ arguments", secrets.hidden(in: arguments))
        }
        if lines.isEmpty { lines.append(StyledText("no arguments", ChromeStyle.quiet)) }
        return lines
    }
}
