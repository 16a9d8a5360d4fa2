/// The widths, in columns, for which an `@media` block counts.
struct MediaQuery {
    var minimumWidth = 0
    var maximumWidth = Int.max

    /// Reads a condition such as `screen and (min-width: 640px)`; nil when it never holds in a terminal.
    init?(_ text: String) {
        for part in text.lowercased().split(whereSeparator: { "(),".contains($0) }) {
            let words = part.split { $0 == ":" || $0.isWhitespace }.map(String.init)
            switch words.first {
            case "min-width": minimumWidth = words.last.flatMap { LengthParser.cells($0, .horizontal) } ?? Int.max
            case "max-width": maximumWidth = words.last.flatMap { LengthParser.cells($0, .horizontal) } ?? 0
            case "width": return nil
            case "print", "speech", "not", "prefers-color-scheme", "prefers-reduced-motion", "prefers-contrast",
                "hover", "pointer", "orientation":
                return nil
            default: break
            }
        }
    }
}
