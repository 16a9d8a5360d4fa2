import LiveEngine
import NIOCore
import Synchronization
import Testing

@testable import LiveServer

/// Runs a server on a free port of this machine for as long as a test needs it.
func withServer<Result>(
    _ routes: Routes = Routes([Route("/", "") { CounterView() }]), options: ServerOptions = ServerOptions(),
    now: @escaping @Sendable () -> Duration = { .nanoseconds(NIODeadline.now().uptimeNanoseconds) },
    _ body: (LiveServer) async throws -> Result
) async throws -> Result {
    var options = options
    options.port = 0
    let server = LiveServer(routes: routes, options: options, now: now)
    try server.start()
    defer { server.stop(within: .seconds(5)) }
    return try await body(server)
}

/// Waits until something holds.
func eventually(_ condition: () -> Bool) async throws {
    for _ in 0..<2000 where !condition() { try await Task.sleep(for: .milliseconds(5)) }
    #expect(condition())
}
