import LiveClient
import TextLayout

/// What a case runs in.
package struct World: Hashable, Sendable {
    package enum Color: String, Hashable, Sendable, CaseIterable {
        case none
        case sixteen = "16"
        case twoHundredFiftySix = "256"
        case truecolor
    }

    package var size = Size(columns: 80, rows: 24)
    package var color = Color.none
    package var seed = 0
    /// What becomes of mistakes in the page, where that differs from what the program says.
    package var lint: [Diagnostic.Rule: LintLevel] = [:]
    /// Where the virtual clock starts, since 1970; 2026-01-01T00:00:00Z unless told.
    package var clock: Duration = .seconds(1_767_225_600)

    package init() {}
}
