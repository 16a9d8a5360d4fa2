/// A step that names what is read from the page. What can be known of it is checked with the file; the rest is when it runs.
struct DeferredStep: DeferredAction {
    let verb: Verb
    /// The verb and its argument, with variables in it.
    let argument: Located.Entry
    let files: ScenarioFiles

    func action(with readings: Readings) -> any StepAction {
        do throws(ScenarioProblem) {
            return try makeAction(with: readings)
        } catch {
            return UnusableStep(problem: error)
        }
    }

    private func makeAction(with readings: Readings) throws(ScenarioProblem) -> any StepAction {
        let value = try readings.filled(argument.value)
        var entry = argument
        entry.value = value
        var checker = ShapeChecker()
        checker.check(entry, verb.argument)
        if let problem = checker.problems.first { throw problem }
        var builder = StepBuilder(files: files, vocabulary: Vocabulary([]), checker: checker, path: value.path)
        if case .action(let action)? = verb.content(value, &builder) { return action }
        throw builder.checker.problems.first
            ?? ScenarioProblem(path: value.path, place: entry.keyPlace, kind: .nothingAsked(step: verb.name))
    }
}

/// A step whose values, now that they are known, make no step.
private struct UnusableStep: StepAction {
    let problem: ScenarioProblem

    var isDeed: Bool { false }
    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let place = problem.place.map { ":\($0.line):\($0.column)" } ?? ""
        throw CaseRun.Stop(reason: .impossible(["\(problem.path)\(place): \(problem.message)"]))
    }
}
