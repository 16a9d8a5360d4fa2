/// One scenario file, read and checked: what it shows, and the cases to run.
package struct Scenario: Equatable, Sendable {
    /// The file's path, which is the scenario's name to the machine.
    package var path: String
    /// What it shows, as written, variables and all.
    package var title: String
    package var about: String?
    package var tags: [String]
    /// Why it is not run.
    package var skip: String?
    /// Why it is known to fail; passing is then an error.
    package var fails: String?
    package var cases: [ScenarioCase]
    /// The lines of the file that hold something.
    package var lines: ClosedRange<Int>
}

/// One run of a scenario: with one row of its table and one combination of its matrix.
package struct ScenarioCase: Equatable, Sendable {
    /// The path, with `#` and the row's name or number where there are several.
    package var id: String
    package var title: String
    /// The lines of its row of the table; nil without a table.
    package var rowLines: ClosedRange<Int>?
    package var world: World
    package var steps: [Step]
}
