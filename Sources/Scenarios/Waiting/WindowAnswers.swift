import LiveClient
import LiveProtocol
import Simulator

/// What one window against a server elsewhere still waits for, so that a step is over when its answer is on the page.
///
/// What was waited for in vain is not waited for again: a server that never answers costs the limit once.
final class WindowAnswers {
    private unowned let client: LiveClient
    private let network: Network
    private let time: ServerTime
    /// How much of what is unanswered was given up.
    private var givenUp = 0

    /// Lets a window wait from now on.
    init(of simulator: Simulator, over network: Network, time: ServerTime) {
        client = simulator.client
        self.network = network
        self.time = time
        client.onActivity = time.bell
        simulator.awaitAnswers = { [weak self] in self?.waitUntilAnswered() }
    }

    /// Whether answers are on their way. Those that a slow or broken network holds back come only when time passes.
    var areMissing: Bool {
        let count = client.unansweredCount
        givenUp = min(givenUp, count)
        return count > givenUp && !network.holdsMessages
    }

    private func waitUntilAnswered() {
        guard areMissing else { return }
        let isPage = client.awaitsPage
        let isThere = time.wait(
            atMost: isPage ? ServerTime.pageLimit : ServerTime.answerLimit, for: isPage ? .page : .answer,
            while: { areMissing }, takeIn: client.settle)
        if !isThere { givenUp = client.unansweredCount }
    }
}
