import Basics
import TextLayout

/// Runs scenarios, and runs again what a change of files touches.
///
/// It looks at the stamps of files when it is told to, and never waits. Runs go on threads of their own.
package final class SuiteWatch {
    /// What it is at.
    package enum State: Equatable {
        /// So many cases are not over yet.
        case running(left: Int)
        case waiting
        /// Something is wrong with the files, or none is chosen; the words tell.
        case unusable(String)
    }

    private let paths: [String]
    private let makePlanner: (_ names: [String]) -> SuitePlanner
    private let makeRunner: (SnapshotUpdate?) -> ScenarioRunner
    private let options: ScenarioSuite.Options
    private var wake: @Sendable () -> Void = {}

    private var plan = SuitePlan(cases: [], scenarios: [])
    /// The files that each scenario is made of, by its own file.
    private var sources: [String: Set<String>] = [:]
    private var files = WatchedFiles()
    /// The scenario files that there were at the last look.
    private var found: [String] = []
    private var problem: String?
    private var results = WatchedResults() {
        didSet { isTextStale = true }
    }
    private var lastText = ""
    private var isTextStale = true
    private static let fewFailures = 10

    private var run: BackgroundRun?
    /// Runs that were ended early, until they are over.
    private var interrupted: [BackgroundRun] = []
    /// What changed, and the cases that it is part of, since the files were right last.
    private var changes: Set<String> = []
    private var due: Set<String> = []
    private var selection: Set<String> = []
    private var remaining: Set<String> = []
    /// The snapshots that the present run wrote.
    private var saved: Set<String> = []
    /// What is run when the present run is over.
    private var next: (ids: Set<String>, update: SnapshotUpdate?)?

    /// Only cases with this in their name; empty for all.
    package private(set) var filter = ""
    /// Why the last run was begun, in a few words.
    package private(set) var reason = "the start"
    package private(set) var elapsed = Duration.zero

    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - options: How runs go.
    ///   - makePlanner: Makes what chooses the cases, by parts of their names besides.
    ///   - makeRunner: Makes what runs them; told which snapshots to write, where that is not as usual.
    package init(
        paths: [String], options: ScenarioSuite.Options, makePlanner: @escaping (_ names: [String]) -> SuitePlanner,
        makeRunner: @escaping (SnapshotUpdate?) -> ScenarioRunner
    ) {
        self.paths = paths
        self.options = options
        self.makePlanner = makePlanner
        self.makeRunner = makeRunner
    }

    /// Runs all.
    ///
    /// - Parameter wake: Called from any thread when there is news of a run.
    package func start(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
        read()
        begin(Set(plan.cases.map(\.id)))
    }

    // MARK: - What there is to show

    package var state: State {
        if let problem { return .unusable(problem) }
        return run == nil && next == nil ? .waiting : .running(left: remaining.count)
    }

    package var hasFailures: Bool { !results.failed.isEmpty }

    package var summary: String { results.summary }

    /// Failures in full; while very many come, those of before.
    package var text: String {
        if isTextStale, run == nil || results.failed.count <= Self.fewFailures {
            isTextStale = false
            lastText = results.text
        }
        return lastText
    }

    package var fileCount: Int { files.paths.count }

    // MARK: - What happens

    /// Takes in what came of runs.
    package func takeResults() {
        interrupted.removeAll { $0.takeNews().isOver }
        if let run {
            let news = run.takeNews()
            for result in news.results {
                results.add(result)
                remaining.remove(result.id)
                saved.formUnion(result.savedSnapshots)
            }
            if news.isOver { finish(news) }
        }
        // A run that ends late must not write snapshots while another reads them.
        if run == nil, interrupted.isEmpty, let next {
            self.next = nil
            begin(next.ids, update: next.update)
        }
    }

    /// Looks for changes of files, and runs what they touch.
    package func look() {
        let names = ScenarioFiles().find(paths).files.map(\.path)
        let new = Set(names).subtracting(found)
        let isOtherChoice = names != found
        changes.formUnion(files.takeChanges().union(new))
        guard isOtherChoice || !changes.isEmpty else { return }
        due.formUnion(touched(by: changes))
        read()
        guard problem == nil else {
            due.formUnion(remaining)
            return stopRun()
        }
        let ids = due.union(touched(by: changes)).union(results.missing)
        reason = Self.words(for: changes)
        (due, changes) = ([], [])
        rerun(ids)
    }

    /// Runs all cases.
    ///
    /// - Parameter reason: Why, in a few words.
    package func runAll(because reason: String) {
        read()
        self.reason = reason
        rerun(Set(plan.cases.map(\.id)))
    }

    /// Runs the cases of the last run.
    package func runAgain() {
        reason = "once more"
        rerun(selection)
    }

    /// Runs the cases that failed.
    ///
    /// - Parameter update: Which snapshots to write; nil for those that are written usually.
    package func runFailed(update: SnapshotUpdate? = nil) {
        reason = update == nil ? "those that failed" : "snapshots are written"
        rerun(results.failed, update: update)
    }

    /// From now on chooses only cases with a text in their name, and runs them.
    package func setFilter(_ text: String) {
        filter = text
        runAll(because: text.isEmpty ? "all names" : "another name")
    }

    // MARK: - Runs

    /// Reads all files anew, and chooses the cases.
    private func read() {
        let (outcome, newSources) = makePlanner(filter.isEmpty ? [] : [filter]).read(paths: paths)
        found = ScenarioFiles().find(paths).files.map(\.path)
        // Of a file that is wrong, what it was made of before may be what has to change.
        sources.merge(newSources) { old, new in old.union(new) }
        switch outcome {
        case .planned(let newPlan):
            plan = newPlan
            sources = newSources
            problem = nil
            results.setPlan(plan)
        case .unusable(let words), .nothing(let words): problem = words
        }
        watch()
    }

    private func watch() {
        let snapshots = found.reduce(into: Set<String>()) { $0.formUnion(results.snapshots(ofFile: $1)) }
        files.paths = sources.values.reduce(into: snapshots) { $0.formUnion($1) }
    }

    /// The cases that files are part of.
    private func touched(by changes: Set<String>) -> Set<String> {
        let paths = Set(
            sources.filter { path, sources in
                !sources.isDisjoint(with: changes) || !results.snapshots(ofFile: path).isDisjoint(with: changes)
            }.keys)
        return Set(plan.cases.filter { paths.contains($0.scenario.path) }.map(\.id))
    }

    /// Runs cases, with those that a run that is ended for it had still to run.
    private func rerun(_ ids: Set<String>, update: SnapshotUpdate? = nil) {
        let all = ids.union(run == nil ? [] : remaining).intersection(plan.cases.map(\.id))
        guard !all.isEmpty, problem == nil else { return }
        stopRun()
        next = (all, update)
        takeResults()
    }

    private func stopRun() {
        guard let run else { return }
        run.interrupt()
        interrupted.append(run)
        self.run = nil
    }

    private func begin(_ ids: Set<String>, update: SnapshotUpdate? = nil) {
        var chosen = plan
        chosen.cases.removeAll { !ids.contains($0.id) }
        guard !chosen.cases.isEmpty, problem == nil else { return }
        (selection, remaining) = (ids, ids)
        run = BackgroundRun(of: chosen, by: makeRunner(update), options: options, wake: wake)
    }

    private func finish(_ news: BackgroundRun.News) {
        run = nil
        elapsed = news.elapsed
        if case .server(let reason)? = news.stop { problem = ReadableText.line(reason) }
        watch()
        // What runs wrote is no change that another run is for; what a person wrote meanwhile is one.
        files.accept(saved)
        saved = []
    }

    private static func words(for changes: Set<String>) -> String {
        let names = changes.sorted().map { ReadableText.quote($0.split(separator: "/").last ?? "") }
        guard let first = names.first else { return "other files" }
        return names.count == 1 ? "\(first) changed" : "\(first) and \(names.count - 1) more changed"
    }
}
