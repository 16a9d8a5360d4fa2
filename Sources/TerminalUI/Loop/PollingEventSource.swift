import CNcurses
import Simulator

/// Waits for keys, signals and other threads without using the processor.
final class PollingEventSource: EventSource {
    private let input: Int32
    private let pipe: WakePipe
    private let watch: BusyWatch?
    private let now: () -> Duration
    private var decoder = InputDecoder()
    /// When bytes that began something no longer wait for their rest.
    private var patienceEnd: Duration?
    /// What was typed before an editor had the keyboard.
    private var unread: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    var quitKeys: [Key] = []

    /// - Parameter watch: Looks after the keyboard while the loop is at work.
    init(input: Int32, pipe: WakePipe, watch: BusyWatch? = nil, now: @escaping () -> Duration) {
        self.input = input
        self.pipe = pipe
        self.watch = watch
        self.now = now
    }

    func wait(atMost limit: Duration?) -> [SessionEvent] {
        let early = unread + (watch?.rest() ?? [])
        unread = []
        let events = early.isEmpty ? wait(upTo: limit) : decode(early[...]) + wait(upTo: .zero)
        watch?.begin(decoder: decoder, quitKeys: quitKeys, isQuitKnown: isQuit(events))
        return events
    }

    private func wait(upTo limit: Duration?) -> [SessionEvent] {
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

    /// Whether something among the events ends the session.
    private func isQuit(_ events: [SessionEvent]) -> Bool {
        let inputs = events.compactMap { event in
            if case .input(let input) = event { input } else { nil }
        }
        return BusyWatch.isQuit(inputs, by: quitKeys, isFirst: true)
            || events.contains { if case .ended = $0 { true } else { false } }
    }

    func stop() { SignalGuard.stop() }

    func edit(_ request: EditRequest) -> String? {
        // From here on the keyboard is not looked after: what comes is for the editor.
        unread += watch?.rest() ?? []
        let editor = EditorProgram { name in getenv(name).map { String(cString: $0) } }
        return editor.edit(request, stop: stop)
    }

    private func readInput() -> [SessionEvent] {
        let count = read(input, &buffer, buffer.count)
        guard count > 0 else {
            // The terminal is gone.
            let isInterrupted = count < 0 && [EINTR, EAGAIN].contains(viewfinder_error_number())
            return isInterrupted ? [] : [.ended(signal: SIGHUP)]
        }
        return decode(buffer[..<count])
    }

    private func decode(_ bytes: ArraySlice<UInt8>) -> [SessionEvent] {
        let events = decoder.feed(bytes).map(SessionEvent.input)
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
