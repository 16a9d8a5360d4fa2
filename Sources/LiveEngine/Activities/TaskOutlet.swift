/// The way from a running task to its session.
struct TaskOutlet: Sendable {
    let address: SessionAddress
    let name: String
    let number: Int

    /// Hands an info over, and goes on when it has been handled, so that a fast source does not flood its view.
    func yield(_ info: any Sendable) async {
        await withCheckedContinuation { continuation in
            post(.element(info)) { continuation.resume() }
        }
    }

    func end(_ info: (any Sendable)?) { post(.end(info)) }

    func fail(_ error: any Error) { post(.failure("\(error)")) }

    private func post(_ content: TaskReport.Content, opened: (@Sendable () -> Void)? = nil) {
        let report = TaskReport(name: name, number: number, content: content)
        address.inbox.post(
            Letter(session: address.number, part: address.part, content: .report(report), opened: opened))
    }
}
