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
    // Where a time is not what is tested, a test waits for the slowest machine.
    let usual = ServerLimits()
    if options.limits.idleTime == usual.idleTime { options.limits.idleTime = .seconds(900) }
    if options.limits.requestTime == usual.requestTime { options.limits.requestTime = .seconds(900) }
    if options.limits.answerTime == usual.answerTime { options.limits.answerTime = .seconds(900) }
    var sessionLimits = SessionLimits()
    sessionLimits.handlerTime = nil
    let server = LiveServer(routes: routes, sessionLimits: sessionLimits, options: options, now: now)
    try server.start()
    defer { server.stop(within: .seconds(5)) }
    return try await body(server)
}

/// Waits until something holds.
func eventually(_ condition: () -> Bool) async throws {
    for _ in 0..<20_000 where !condition() { try await Task.sleep(for: .milliseconds(5)) }
    #expect(condition())
}
