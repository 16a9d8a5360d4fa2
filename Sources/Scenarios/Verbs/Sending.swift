import LiveClient
import LiveProtocol
import Simulator

extension Verb {
    private static let message = Option(
        "message", .json, "What is said; the view makes its Info of it, or the topic its message.", isRequired: true)
    private static let topic = Option("topic", .text, "The name of a topic, all of whose subscribers get it.")
    private static let part = Option("target", .target, "An element of the component or nested view that is meant.")

    static let send = Verb(
        "send",
        """
        Sends a message to the view as a timer or another session would, to the component or nested view that a target \
        lies in, or to all that are subscribed to a topic.
        """,
        example: "send: { message: { kind: tick } }",
        shape: .mapping(.init("send", message, topic, part).choosing([topic.name, part.name], isNeeded: false))
    ) { argument in
        argument[message].map { message in
            if let topic = argument[topic] { return SendStep(message: message, receiver: .topic(topic)) }
            return SendStep(message: message, receiver: argument[part].map { .part($0) } ?? .view)
        }
    }
}

/// Sends a message past the page.
struct SendStep: StepAction {
    enum Receiver: Hashable, Sendable {
        /// The view at the page's address.
        case view
        /// The component or nested view that an element lies in.
        case part(Target)
        /// All that are subscribed to the topic of a name.
        case topic(String)
    }

    let message: JSONValue
    let receiver: Receiver

    var needsPage: Bool { if case .topic = receiver { false } else { true } }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        guard let host = run.network.inProcess else {
            throw CaseRun.Stop(reason: .needsOwnProcess("a server elsewhere takes no messages from here"))
        }
        let client = run.simulator.client
        let part: PushTarget? = if case .part(let target) = receiver { try run.part(at: target) } else { nil }
        do throws(ScriptRefusal) {
            switch receiver {
            case .view, .part: try client.send(message, to: part)
            case .topic(let topic): try host.broadcast(message, onTopic: topic)
            }
        } catch {
            throw CaseRun.Stop(reason: .impossible(["\(error)"]))
        }
        run.simulator.settle()
    }
}
