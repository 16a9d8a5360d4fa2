/// One scenario file, read and checked: what it shows, and the cases to run.
public struct Scenario: Equatable, Sendable {
    /// The file's path, which is the scenario's name to the machine.
    public var path: String
    /// What it shows, as written, variables and all.
    public var title: String
    public var about: String?
    public var tags: [String]
    /// Why it is not run.
    public var skip: String?
    /// Why it is known to fail; passing is then an error.
    public var fails: String?
    public var cases: [ScenarioCase]
    /// The lines of the file that hold something.
    public var lines: ClosedRange<Int>
}

/// One run of a scenario: with one row of its table and one combination of its matrix.
public struct ScenarioCase: Equatable, Sendable {
    /// The path, with `#` and the row's name or number where there are several.
    public var id: String
    public var title: String
    /// The lines of its row of the table; nil without a table.
    public var rowLines: ClosedRange<Int>?
    public var world: World
    public var steps: [Step]
}
