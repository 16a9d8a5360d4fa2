/// One thing a scenario does or expects.
package struct Step: Sendable {
    /// What a step is.
    enum Content: Sendable {
        case action(any StepAction)
        /// What is made of it only while the case runs.
        case deferred(any DeferredAction)
        /// Steps under a heading, or those of an included file, which have none.
        case group(name: String?, [Step])
    }

    /// The file it stands in; an included one has its own.
    package let path: String
    package let place: Place
    /// The step as its file has it, in one line.
    package let source: String
    let content: Content
    /// Where its file is included, the outermost first.
    package var inclusions: [Inclusion] = []

    /// How many keys one step presses at most.
    static let inputLimit = 10_000
}

/// What a step does. Each verb has a type of its own.
protocol StepAction: Equatable, Sendable {
    /// Does it.
    ///
    /// - Throws: What keeps the step from being done.
    func perform(in run: inout CaseRun) throws(CaseRun.Stop)

    /// Whether it acts on the page, so that what the page pushed before is of the past.
    var isDeed: Bool { get }

    /// Whether it means nothing before a page is open.
    var needsPage: Bool { get }

    /// Whether it can be about what the step before brought about, and so comes before that fails the step.
    var mayExpectFindings: Bool { get }

    /// Whether the case goes on after it failed.
    var isSoft: Bool { get }
}

/// What a step does, which is known only once `let` steps before it have read from the page.
protocol DeferredAction: Sendable {
    /// What the step does, now that all is read; where that does not fit, it fails and says why.
    func action(with readings: Readings) -> any StepAction
}

extension StepAction {
    var isDeed: Bool { true }
    var needsPage: Bool { true }
    var mayExpectFindings: Bool { false }
    var isSoft: Bool { false }
}
