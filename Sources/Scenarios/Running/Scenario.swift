import LiveClient
import TextLayout

/// One scenario file, read and checked: what it shows, and the cases to run.
public struct Scenario: Sendable {
    /// The file's path, which is the scenario's name to the machine.
    package let path: String
    /// What it shows, as written, variables and all.
    package let title: String
    package let about: String?
    package let tags: [String]
    /// Why it is not run.
    package let skip: String?
    /// Why it is known to fail; passing is then an error.
    package let fails: String?
    package let cases: [ScenarioCase]
    /// The lines of the file that hold something.
    package let lines: ClosedRange<Int>
}

/// One run of a scenario: with one row of its table and one combination of its matrix.
package struct ScenarioCase: Sendable {
    /// The path, with `#` and the row's name or number where there are several.
    package let id: String
    package let title: String
    /// The lines of its row of the table, in the file itself or in another; nil without a table.
    package let row: SourceLines?
    package internal(set) var world: World
    /// The keys of its header that only a host in this process can obey.
    let ownProcessKeys: [OwnProcessKey]
    package let steps: [Step]
}

/// What a case runs in.
package struct World: Hashable, Sendable {
    package var size = Size(columns: 80, rows: 24)
    package var color = FrameColors.none
    package var seed = 0
    /// What becomes of mistakes in the page, where that differs from what the program says.
    package var lint: [Diagnostic.Rule: LintLevel] = [:]
    /// Where the virtual clock starts, since 1970; 2026-01-01T00:00:00Z unless told.
    package var clock: Duration = .seconds(1_767_225_600)
    /// Whether time is real, for views that talk to what is outside of this process.
    package var isTimeReal = false
    /// The server elsewhere whose pages it opens; nil for a host in this process.
    package var server: ServerAddress?

    package init() {}
}

/// The time of a case, as its header has it.
enum CaseClock: Hashable, Sendable {
    /// It stands still but for what steps let pass.
    ///
    /// - Parameter start: Since 1970.
    case virtual(start: Duration)
    case real
}

/// A key of a header that no server elsewhere can obey, and why.
struct OwnProcessKey: Sendable {
    enum Reason: Hashable, Sendable {
        case clock, chance
    }

    let reason: Reason
    /// Stands for the key where failures are told.
    let step: Step

    var words: String {
        switch reason {
        case .clock: "a server elsewhere goes by its own clock"
        case .chance: "a server elsewhere has chance of its own"
        }
    }
}
