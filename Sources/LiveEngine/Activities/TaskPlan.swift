/// A task that is to be started.
struct TaskPlan: Sendable {
    /// When a task has taken too long, and what its session is told then.
    struct Deadline: Sendable {
        let limit: Duration
        let info: @Sendable () -> any Sendable

        init(after limit: Duration, _ info: @escaping @Sendable () -> any Sendable) {
            self.limit = limit
            self.info = info
        }
    }

    let name: String
    let priority: TaskPriority?
    let body: @Sendable (TaskOutlet) async -> Void
    /// Whether it may go on for ever, so that nobody waits for its end.
    var isFeed = false
    var deadline: Deadline?

    init(name: String, priority: TaskPriority?, body: @escaping @Sendable (TaskOutlet) async -> Void) {
        self.name = name
        self.priority = priority
        self.body = body
    }
}

/// What a handler asks of its tasks.
enum TaskRequest {
    case start(TaskPlan)
    case cancel(name: String)
}

/// A task took longer than it may.
public struct TaskTimeout: Error, Equatable, Sendable {
    /// How long it was allowed to take.
    public let limit: Duration
}

extension TaskTimeout: CustomStringConvertible {
    /// That it took too long, in words for people.
    public var description: String { "took longer than \(limit)" }
}

/// A change of the context that comes in place of an info, for what no view needs to handle by itself.
struct ContextChange<Context>: Sendable {
    let apply: @Sendable (inout Context) -> Void
}

extension Result where Success: Sendable {
    /// Does work and takes what it returns or throws.
    init(of work: @Sendable () async throws(Failure) -> Success) async {
        do throws(Failure) { self = .success(try await work()) } catch { self = .failure(error) }
    }
}

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
