import LiveClient
import LiveProtocol
import TextLayout

/// What the inspector says about a view, as lines.
struct InspectorContent {
    var inspection: Inspection?
    /// Whether the view runs in a server elsewhere, which shows nobody its inside.
    var isRemote = false
    var scripts: ScriptNeeds?
    /// Oldest first.
    var records: [EventRecord]

    /// - Parameter columns: The width of the panel; longer lines are broken.
    func lines(columns: Int) -> [StyledText] {
        (state + missingScripts + failures + events).flatMap { $0.wrapped(to: columns) }
    }

    /// What of it is about the session alone.
    var session: [StyledText] { state + failures }

    private var state: [StyledText] {
        guard let inspection else {
            let words =
                isRemote
                ? "State is the server's: of a page over the network, events and changes are seen."
                : "This page has no view whose inside can be seen."
            return [StyledText(words, ChromeStyle.quiet)]
        }
        var lines = [Self.heading(inspection.view, note: "context")]
        lines += JSONLines(inspection.context, indent: 1).lines
        lines.append(StyledText())
        lines.append(Self.heading("Flash", note: inspection.flash.isEmpty ? "none" : ""))
        for (key, value) in inspection.flash {
            var shown = JSONLines(value, indent: 1).lines
            var first = StyledText(" ")
            first.append(key, ChromeStyle.name)
            first.append(": ")
            if let begin = shown.first {
                first.append(StyledText(String(begin.text.drop { $0 == " " }), begin.runs.last?.style ?? .plain))
                shown[0] = first
            }
            lines += shown
        }
        return lines
    }

    /// What would need JavaScript, and what to do about it.
    private var missingScripts: [StyledText] {
        guard let scripts, !scripts.isEmpty else { return [] }
        var lines = [StyledText(), Self.heading("Needs JavaScript", note: "which does not run here")]
        for name in scripts.hooks {
            lines.append(StyledText(" phx-hook \(ReadableText.quote(name)): give the app a ClientHook of that name"))
        }
        for name in scripts.handlers {
            lines.append(StyledText(" \(ReadableText.quote(name)): use phx-click or another binding"))
        }
        if scripts.inlineScripts > 0 {
            let what = scripts.inlineScripts == 1 ? "1 inline script" : "\(scripts.inlineScripts) inline scripts"
            lines.append(StyledText(" \(what): what they do can be a hook or a JS command"))
        }
        return lines
    }

    private var failures: [StyledText] {
        guard let failures = inspection?.failures, !failures.isEmpty else { return [] }
        return [StyledText(), Self.heading("Failures", note: "newest first")]
            + failures.reversed().prefix(20).map { StyledText(" ✗ \($0)", ChromeStyle.failure) }
    }

    private var events: [StyledText] {
        var lines = [StyledText(), Self.heading("Events", note: records.isEmpty ? "none yet" : "newest first")]
        for record in records.reversed() { lines += entry(of: record) }
        return lines
    }

    private func entry(of record: EventRecord) -> [StyledText] {
        var first = StyledText(" ")
        switch record.cause {
        case .join: first.append("join", ChromeStyle.title)
        case .event(let name, let type):
            first.append(name, ChromeStyle.title)
            if let type { first.append("  \(type)", ChromeStyle.quiet) }
        case .patch(let url):
            first.append("patch", ChromeStyle.title)
            first.append("  \(url)", ChromeStyle.address)
        case .update: first.append("update", ChromeStyle.title)
        }
        var facts = "  \(Self.words(for: record.duration))"
        if let answer = record.answer { facts += "  diff \(answer.bytes) B" }
        first.append(facts, ChromeStyle.quiet)
        var lines = [first]
        if let times = record.times {
            let parts = [("handling", times.handling), ("rendering", times.rendering), ("diffing", times.diffing)]
            let words = parts.map { "\($0) \(Self.words(for: $1))" }.joined(separator: ", ")
            lines.append(StyledText("   ◷ \(words)", ChromeStyle.quiet))
        }
        if let payload = record.payload {
            var line = StyledText("   → ", ChromeStyle.quiet)
            line.append(String(payload.json.prefix(EventRecord.longestJSON)), ChromeStyle.string)
            lines.append(line)
        }
        if let answer = record.answer {
            var line = StyledText("   ← ", ChromeStyle.quiet)
            line.append(answer.json)
            if answer.json.utf8.count < answer.bytes { line.append("…", ChromeStyle.quiet) }
            lines.append(line)
        }
        if let failure = record.failure { lines.append(StyledText("   ✗ \(failure)", ChromeStyle.failure)) }
        return lines
    }

    static func heading(_ title: String, note: String = "") -> StyledText {
        var heading = StyledText(title, ChromeStyle.heading)
        if !note.isEmpty { heading.append("  \(note)", ChromeStyle.quiet) }
        return heading
    }

    /// A duration in the unit that suits it, with at most three digits that count.
    static func words(for duration: Duration) -> String {
        let parts = duration.components
        let microseconds = Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12
        switch microseconds {
        case ..<1_000: return "\(Int(microseconds.rounded())) µs"
        case ..<1_000_000: return "\((microseconds / 100).rounded() / 10) ms"
        default: return "\((microseconds / 10_000).rounded() / 100) s"
        }
    }
}
