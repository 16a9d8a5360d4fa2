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
    /// The lines of its row of the table; nil without a table.
    package let rowLines: ClosedRange<Int>?
    package let world: World
    package let steps: [Step]
}
