import CNcurses

/// Waits for keys, signals and other threads without using the processor.
final class PollingEventSource: EventSource {
    private let input: Int32
    private let pipe: WakePipe
    private let now: () -> Duration
    private var decoder = InputDecoder()
    /// When bytes that began something no longer wait for their rest.
    private var patienceEnd: Duration?
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(input: Int32, pipe: WakePipe, now: @escaping () -> Duration) {
        self.input = input
        self.pipe = pipe
        self.now = now
    }

    func wait(atMost limit: Duration?) -> [SessionEvent] {
        let start = now()
        let patience = patienceEnd.map { max(.zero, $0 - start) }
        let shortest = [limit, patience].compactMap { $0 }.min()
        let ready = viewfinder_wait(input, pipe.reading, Self.milliseconds(shortest))
        var events: [SessionEvent] = []
        if ready & 2 != 0 { events += Self.events(of: pipe.takeBytes()) }
        if ready & 1 != 0 {
            events += readInput()
        } else if let patienceEnd, now() >= patienceEnd {
            events += decoder.expire().map(SessionEvent.input)
            self.patienceEnd = nil
        }
        return events
    }

    func stop() { SignalGuard.stop() }

    private func readInput() -> [SessionEvent] {
        let count = read(input, &buffer, buffer.count)
        guard count > 0 else {
            // The terminal is gone.
            let isInterrupted = count < 0 && [EINTR, EAGAIN].contains(viewfinder_error_number())
            return isInterrupted ? [] : [.ended(signal: SIGHUP)]
        }
        let events = decoder.feed(buffer[..<count]).map(SessionEvent.input)
        patienceEnd = decoder.patience.map { now() + $0 }
        return events
    }

    /// Several signals of one kind, and several pieces of news, are one.
    private static func events(of bytes: [UInt8]) -> [SessionEvent] {
        var events: [SessionEvent] = []
        for byte in bytes {
            let event: SessionEvent
            switch Int32(byte) {
            case SIGWINCH: event = .resized
            case SIGTSTP: event = .suspended
            case SIGCONT: event = .continued
            case SIGINT, SIGTERM, SIGHUP: event = .ended(signal: Int32(byte))
            default: event = .activity
            }
            if !events.contains(event) { events.append(event) }
        }
        return events
    }

    /// For `poll`: rounded up, so that it does not wake before something is due; -1 waits for ever.
    private static func milliseconds(_ duration: Duration?) -> Int32 {
        guard let duration else { return -1 }
        let (seconds, attoseconds) = duration.components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        let whole = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, whole))
    }
}
