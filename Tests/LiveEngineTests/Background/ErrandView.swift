import LiveProtocol
import Markup

@testable import LiveEngine

/// Starts the tasks that a test gives it, and shows what they say.
struct ErrandView: LiveView {
    typealias Errand = @Sendable (_ say: @escaping @Sendable (String) -> Void) async throws -> Void

    let errands: [String: Errand]

    struct Context: LiveContext {
        var words: [String] = []
    }

    enum Event: Decodable, Sendable { case start(String), startInTime(String), cancel(String), look, leave }
    enum Info: Sendable { case said(String), done(String, Result<Void, any Error>) }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .start(let name), .startInTime(let name):
            guard let errand = errands[name] else { return }
            let sender = socket.sender
            let work: @Sendable () async throws -> Void = { try await errand { sender.send(.said($0)) } }
            if case .start = event {
                socket.startTask(name, work) { .done(name, $0) }
            } else {
                socket.startTask(name, timeout: .seconds(5), work) { .done(name, $0) }
            }
        case .cancel(let name): socket.cancelTask(name)
        case .look: socket.context.words.append("\(socket.clock.now.offset)")
        case .leave: socket.redirect(to: "/elsewhere")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .said(let word): socket.context.words.append(word)
        case .done(let name, .success): socket.context.words.append("\(name) done")
        case .done(let name, .failure(let error)): socket.context.words.append("\(name) failed: \(error)")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered { "\(context.words.joined(separator: ", "))" }

    /// A page that shows it.
    static func page(
        _ errands: [String: Errand], clock: VirtualClock = VirtualClock(), limits: SessionLimits = SessionLimits()
    ) -> TestPage {
        TestPage(
            on: Engine(routes: Routes([Route("/", "") { ErrandView(errands: errands) }]), clock: clock, limits: limits))
    }
}

extension TestPage {
    func start(_ errand: String) { click("start", ["value": .string(errand)]) }

    func cancel(_ errand: String) { click("cancel", ["value": .string(errand)]) }
}
