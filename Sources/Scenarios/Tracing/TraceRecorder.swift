import LiveClient
import LiveProtocol
import OrderedCollections
import Simulator
import TextLayout

/// Makes the trace of a case as it runs.
package final class TraceRecorder: CaseObserver {
    private let now: () -> Duration
    private let limit: Int
    private let onEnd: (Trace) -> Void

    private var trace: Trace
    private var lastTime: Duration
    private var lastVirtualTime = Duration.zero
    private var lastFrame: Frame?
    private var lastInspection: Inspection?
    private var lastState: TraceState?
    /// About how many bytes a file of all that takes.
    private var weight = 0
    /// The failures that steps told of themselves; others are told when the case is over.
    private var toldFailures: Set<String> = []
    /// How far the log of each page was read; clients are kept, so that no other takes the place of one.
    private var followers: [ObjectIdentifier: (client: LiveClient, log: LogFollower)] = [:]

    /// The page of the last step.
    package private(set) var simulator: Simulator?

    /// About how many bytes of a file are filled before pictures, states and events are left out; after twice as many,
    /// steps are, too. What failed is never left out.
    package static let standardLimit = 16 << 20

    /// - Parameters:
    ///   - program: The name of the program that runs it.
    ///   - limit: About how many bytes it may take as a file.
    ///   - now: The real time.
    ///   - onEnd: Takes the trace when the case is over.
    package init(
        of scenarioCase: ScenarioCase, program: String, limit: Int = standardLimit,
        now: @escaping () -> Duration, onEnd: @escaping (Trace) -> Void
    ) {
        self.now = now
        self.limit = limit
        self.onEnd = onEnd
        let world = scenarioCase.world
        trace = Trace(
            header: Trace.Header(
                caseID: scenarioCase.id, title: scenarioCase.title,
                path: String(scenarioCase.id.prefix { $0 != "#" }), size: world.size, color: world.color.rawValue,
                seed: world.seed, clock: world.clock, program: program,
                stepCount: Self.count(scenarioCase.steps)),
            steps: [], ending: Trace.Ending(outcome: .passed, took: .zero))
        lastTime = now()
    }

    private static func count(_ steps: [Step]) -> Int {
        steps.reduce(0) { count, step in
            switch step.content {
            case .action, .deferred: count + 1
            case .group(_, let inner): count + self.count(inner)
            }
        }
    }

    // MARK: - What is seen

    package func stepEnded(_ moment: StepMoment) {
        let time = now()
        defer { lastTime = now() }
        simulator = moment.simulator
        let failure = moment.failure.map { FailurePrinter().words(of: $0) }
        if let failure { toldFailures.insert(Self.key(of: moment.step, failure)) }
        guard weight < 2 * limit || failure != nil else {
            trace.ending.omitted += 1
            return
        }
        let isFull = weight >= limit && failure == nil
        let simulator = moment.simulator
        let inspection = simulator.client.inspection
        let virtualTime = simulator.clock.now
        let step = TraceStep(
            path: moment.step.path, place: moment.step.place, source: moment.step.source, groups: moment.groups,
            page: moment.pageName, start: lastVirtualTime, end: virtualTime, took: time - lastTime, failure: failure,
            address: simulator.client.address, title: simulator.client.title,
            focus: simulator.document.activeElement.map { focused in
                ElementDescription(of: focused, in: simulator.document).description
            },
            flash: inspection?.flash ?? Self.flash(of: simulator),
            picture: isFull ? nil : picture(of: simulator), state: isFull ? nil : state(inspection),
            events: isFull ? [] : events(of: simulator.client))
        lastVirtualTime = virtualTime
        weight += step.weight(after: trace.steps.last)
        trace.steps.append(step)
    }

    package func caseEnded(_ result: CaseResult) {
        if case .failed(let failures) = result.outcome { failures.forEach(addLate) }
        trace.ending.outcome = result.outcome.inTrace
        trace.ending.why = result.outcome.why
        trace.ending.took = result.duration
        onEnd(trace)
    }

    /// Adds to its step what was found only after that was over.
    private func addLate(_ failure: StepFailure) {
        let words = FailurePrinter().words(of: failure)
        guard !toldFailures.contains(Self.key(of: failure.step, words)) else { return }
        let index = trace.steps.lastIndex { $0.path == failure.step.path && $0.place == failure.step.place }
        guard let index else { return }
        let told = trace.steps[index].failure.map { $0 + "\n" } ?? ""
        trace.steps[index].failure = told + words
    }

    private static func key(of step: Step, _ words: String) -> String {
        "\(step.path):\(step.place.line):\(step.place.column): \(words)"
    }

    // MARK: - What a step is kept as

    private func picture(of simulator: Simulator) -> TracePicture {
        let frame = simulator.frame()
        defer { lastFrame = frame }
        return TracePicture(frame, after: lastFrame)
    }

    /// The same value as before where nothing changed, so that it is there once.
    private func state(_ inspection: Inspection?) -> TraceState? {
        if inspection != lastInspection {
            lastInspection = inspection
            lastState = inspection.map(TraceState.init)
        }
        return lastState
    }

    private func events(of client: LiveClient) -> [TraceEvent] {
        let id = ObjectIdentifier(client)
        var follower = followers[id]?.log ?? LogFollower()
        let new = follower.takeNew(of: client.log, capacity: client.settings.logCapacity)
        followers[id] = (client, follower)
        return new.compactMap(TraceEvent.init)
    }

    /// What banners say, where nobody can see into the session.
    private static func flash(of simulator: Simulator) -> OrderedDictionary<String, JSONValue> {
        OrderedDictionary(
            simulator.banners.compactMap { banner in banner.key.map { ($0, .string(banner.text)) } }
        ) { first, _ in first }
    }
}

extension TraceState {
    /// The longest context that is kept, in bytes of JSON.
    private static let contextLimit = 64 << 10
    /// The most failures that are kept.
    private static let failureLimit = 20

    fileprivate init(_ inspection: Inspection) {
        view = inspection.view
        context = inspection.context.json.utf8.count <= Self.contextLimit ? inspection.context : nil
        failures = Array(inspection.failures.suffix(Self.failureLimit))
    }
}

extension TraceStep {
    /// About how many bytes it adds to a file.
    fileprivate func weight(after before: TraceStep?) -> Int {
        var weight = 200 + source.utf8.count + path.utf8.count + address.utf8.count + title.utf8.count
        weight += (failure?.utf8.count ?? 0) + (picture?.weight ?? 0)
        if state != before?.state { weight += state?.context?.json.utf8.count ?? 0 }
        for event in events { weight += 60 + event.name.utf8.count + (event.value?.utf8.count ?? 0) }
        return flash.reduce(weight) { $0 + $1.key.utf8.count + $1.value.json.utf8.count }
    }
}

extension CaseResult.Outcome {
    fileprivate var inTrace: Trace.Ending.Outcome {
        switch self {
        case .passed: .passed
        // One run of a case is never flaky of itself.
        case .failed, .flaky: .failed
        case .skipped: .skipped
        case .failedAsKnown: .failedAsKnown
        case .passedUnexpectedly: .passedUnexpectedly
        }
    }

    fileprivate var why: String? {
        switch self {
        case .passed, .failed, .flaky: nil
        case .skipped(let why), .failedAsKnown(let why), .passedUnexpectedly(let why): why
        }
    }
}
