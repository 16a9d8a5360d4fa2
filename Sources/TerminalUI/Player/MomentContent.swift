import LiveProtocol
import TextLayout

/// What the inspector says about a moment, as lines.
struct MomentContent {
    let moment: PlayedCase.Moment

    /// The most of a payload that is shown.
    private static let valueLimit = 2_000

    /// - Parameter columns: The width of the panel; longer lines are broken.
    func lines(columns: Int) -> [StyledText] {
        let session = InspectorContent(inspection: moment.inspection).session
        return (session + [StyledText(), heading] + moment.events.flatMap(lines)).flatMap { $0.wrapped(to: columns) }
    }

    private var heading: StyledText {
        InspectorContent.heading("Events", note: moment.events.isEmpty ? "none in this step" : "of this step")
    }

    private func lines(of event: PlayedCase.Event) -> [StyledText] {
        var first = StyledText(" \(event.kind) ", ChromeStyle.quiet)
        first.append(event.name, ChromeStyle.title)
        if let note = event.note { first.append("  \(note)", ChromeStyle.quiet) }
        guard let value = event.value else { return [first] }
        let cut = value.count > Self.valueLimit ? value.prefix(Self.valueLimit) + "…" : value
        return [first, StyledText("   \(cut)", ChromeStyle.string)]
    }
}
