import HTMLTree
import LiveClient
import LiveProtocol
import Simulator

extension Verb {
    private static let latency = Option(
        "latency", .duration, "How long each message takes, in each direction.", isRequired: true)
    private static let change = Notation<Bool>.either("down", "up")

    static let connection = Verb(
        "connection", "Takes the page its server away, or gives it back and waits for it; or makes each message slow.",
        example: "connection: down", shape: .short(change.shape, .init("connection", latency))
    ) { argument in
        if let latency = argument[latency] { return ConnectionStep(change: .latency(latency)) }
        return change.read(argument).map { ConnectionStep(change: $0 ? .down : .up) }
    }

    static let advance = Verb(
        "advance", "Lets time pass, virtual or, for a server elsewhere, real; what is due runs in its order.",
        example: "advance: 300ms",
        argument: .duration
    ) { AdvanceStep(duration: $0) }

    private static let event = Option("event", .text, "The event's name.", isRequired: true)
    private static let payload = Option("payload", .json, "What goes with it; an empty mapping unless told.")
    private static let component = Option(
        "target", .target, "An element of the component or nested view that is meant.")

    static let push = Verb(
        "push", "Sends an event straight to the view, or to the component or nested view that a target lies in.",
        example: "push: { event: save, payload: { n: 3 } }", shape: .mapping(.init("push", event, payload, component))
    ) { argument in
        argument[event].map {
            PushStep(event: $0, payload: argument[payload] ?? [:], target: argument[component])
        }
    }
}

/// Takes the page its server away, or gives it back and waits until the page has joined its view again.
struct ConnectionStep: StepAction {
    /// What becomes of the connection to the server.
    enum Change: Hashable, Sendable {
        case down, up
        /// How long each message takes from now on, in each direction.
        case latency(Duration)
    }

    /// How long a page may take to find its server again: the longest pause between its attempts, and two answers.
    private static let reconnectWait = Duration.seconds(10)

    let change: Change

    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let (simulator, network) = (run.simulator, run.network)
        switch change {
        case .latency(let latency): network.latency = [.toServer: latency, .toClient: latency]
        case .down: network.goDown()
        case .up:
            network.comeUp()
            let wait = run.waiting.wait(within: Self.reconnectWait, for: .connection) {
                !simulator.client.isConnectionLost && simulator.client.isIdle
            }
            if let wait {
                let waited = ScenarioTexts.text(of: wait.waited)
                throw CaseRun.Stop(
                    reason: .impossible(["the page did not join its view again within \(waited)"]), wait: wait)
            }
        }
        simulator.settle()
    }
}

/// Lets time pass, so far as the page comes to rest in it.
struct AdvanceStep: StepAction {
    let duration: Duration

    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let clock = run.simulator.clock
        let start = clock.now
        if run.serverTime?.isReal == true, duration > run.budget.left {
            let limit = ScenarioTexts.text(of: run.budget.limit)
            throw CaseRun.Stop(
                reason: .needsOwnProcess("time is real for a server elsewhere, and a case may take \(limit) of it"))
        }
        if let end = run.waiting.pass(duration) {
            throw CaseRun.Stop(reason: .notAdvanced(clock.now - start, of: duration, end))
        }
    }
}

/// Sends an event past the page.
struct PushStep: StepAction {
    let event: String
    let payload: JSONValue
    /// An element of the component or nested view that it goes to; nil for the view.
    let target: Target?

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let part = try target.map { target throws(CaseRun.Stop) in try run.part(at: target) }
        run.simulator.client.pushEvent(event, payload: payload, to: part)
        run.simulator.settle()
    }
}
