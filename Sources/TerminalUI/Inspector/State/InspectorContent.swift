import LiveClient
import LiveProtocol
import TextLayout

/// What the inspector says about a view, as lines.
struct InspectorContent {
    var inspection: Inspection?
    /// Whether the view runs in a server elsewhere, which shows nobody its inside.
    var isRemote = false
    var scripts: ScriptNeeds?

    /// - Parameter columns: The width of the panel; longer lines are broken.
    func lines(columns: Int) -> [StyledText] {
        (state + missingScripts + failures).flatMap { $0.wrapped(to: columns) }
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

    static func heading(_ title: String, note: String = "") -> StyledText {
        var heading = StyledText(title, ChromeStyle.heading)
        if !note.isEmpty { heading.append("  \(note)", ChromeStyle.quiet) }
        return heading
    }
}
