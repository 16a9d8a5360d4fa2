import Markup

@testable import LiveEngine

/// Fetches things that tests let come when they like.
struct WorkView: LiveView {
    let source: Source

    struct Context: LiveContext {
        var word = "-"
        var list = AsyncResult<[Int]>.loading()
    }

    enum Event: Decodable, Sendable {
        case fetch(String), fetchThenThrow(String), cancel, safe, fetchInTime(String), listInTime
        case list, cancelList, feed, feedLoudly, leave
    }

    enum Info: Sendable {
        case fetched(Result<String, any Error>)
        case safe(Result<Int, Never>)
        case element(Int)
        case feedEnded(String)
    }

    struct Broken: Error {}

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .fetch(let word), .fetchThenThrow(let word):
            socket.context.word = "..."
            socket.startTask("fetch") {
                try await source.word(word)
            } then: {
                .fetched($0)
            }
            if case .fetchThenThrow = event { throw Broken() }
        case .fetchInTime(let word):
            socket.startTask("fetch", timeout: .seconds(5)) {
                try await source.word(word)
            } then: {
                .fetched($0)
            }
        case .listInTime:
            socket.assignAsync(\.list, timeout: .seconds(2)) {
                _ = try await source.word("late")
                return try await source.list()
            }
        case .cancel:
            socket.cancelTask("fetch")
            socket.cancelTask("feed")
        case .safe:
            socket.startTask("safe", priority: .high) {
                42
            } then: {
                .safe($0)
            }
        case .list: socket.assignAsync(\.list) { try await source.list() }
        case .cancelList: socket.cancelAsync(\.list)
        case .feed: socket.startFeed("feed", source.numbers.stream) { .element($0) }
        case .feedLoudly:
            socket.startFeed("feed", source.numbers.stream) {
                .element($0)
            } end: { _ in
                .feedEnded("done")
            }
        case .leave: socket.redirect(to: "/")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .fetched(.success(let word)): socket.context.word = word
        case .fetched(.failure(let error)): socket.context.word = "failed: \(error)"
        case .safe(let result): socket.context.word = "\(result.get())"
        case .element(let number): socket.context.word += " \(number)"
        case .feedEnded(let how): socket.context.word += " " + how
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "\(context.word)|\(context.list.isLoading ? "loading " : "")\(context.list.failure)\(context.list.value.map { "\($0)" })"
    }
}
