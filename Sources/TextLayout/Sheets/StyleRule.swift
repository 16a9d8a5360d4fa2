import HTMLTree

/// One selector of a style sheet with what it sets.
struct StyleRule {
    enum PseudoElement {
        case before, after
    }

    let selector: ComplexSelector
    /// Set when the rule is about generated text before or after the content.
    let pseudoElement: PseudoElement?
    let declarations: [Declaration]
    let important: [Declaration]
    /// The least width of the page, in columns, from which on the rule counts.
    let minimumWidth: Int
    /// The greatest width of the page, in columns, up to which the rule counts.
    let maximumWidth: Int
}

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
