/// How two runs of one case differ.
package struct Flakiness: Sendable {
    /// What came of one run.
    package struct Run: Sendable {
        /// Which run it was, from 1.
        package let number: Int
        let failures: [StepFailure]
        /// The page as the run left it.
        let picture: MarkedFrame
    }

    /// How many runs there were.
    package let count: Int
    /// How many of them differ from the first.
    package let different: Int
    package let first: Run
    /// The first run that differs.
    package let other: Run
}
