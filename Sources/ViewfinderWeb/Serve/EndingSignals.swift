import CLibrary
import Dispatch

/// The signals that ask a server to end: SIGINT and SIGTERM.
struct EndingSignals {
    private let received = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    /// From now on those signals end nothing by themselves.
    init() {
        let received = received
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { received.signal() }
            source.resume()
            return source
        }
        // A client that is gone shows as an error, not as a signal.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for the first of them.
    func wait() { received.wait() }
}
