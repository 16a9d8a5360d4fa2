import CNcurses
import Dispatch
import Simulator
import Synchronization

/// Obeys what ends the program while the page is at work for so long that the loop cannot.
///
/// A thread of its own looks up now and then while there is work, and sleeps when there is none. What it reads of the
/// keyboard meanwhile it keeps for the loop. Work that takes longer than `patience` looks is a long one: what quits is obeyed
/// within 100 milliseconds, and a loop that is only slow has time to do so itself.
final class BusyWatch: Sendable {
    /// Why the program ends before its page is ready to.
    enum Reason: Hashable, Sendable {
        case key
        case signal(Int32)
    }

    private struct State {
        /// Counts the pieces of work, so that a long one can be told from several.
        var turn = 0
        var isWorking = false
        var isAsleep = true
        var isOver = false
        /// What the loop has not read yet, and how the loop would read it.
        var early: [UInt8] = []
        var decoder = InputDecoder()
        var quitKeys: [Key] = []
        /// Whether the loop itself has something to obey, behind what it is at.
        var isQuitKnown = false
    }

    private enum Finding {
        case rest
        case work(turn: Int)
        case over
    }

    /// The time between two looks, in milliseconds.
    private let look: Int32
    /// How many looks at the same work make it a long one.
    private static let patience = 5
    /// After so many looks without any work the thread sleeps until it is woken.
    private static let idleLooks = 4
    /// More than any terminal holds back for a program that does not read.
    private static let capacity = 1 << 20

    private let input: Int32
    private let state = Mutex(State())
    private let alarm = DispatchSemaphore(value: 0)
    private let end: @Sendable (Reason) -> Void

    /// - Parameters:
    ///   - look: The time between two looks, in milliseconds.
    ///   - end: Ends the program; called from the watching thread.
    init(input: Int32, look: Int32 = 12, end: @escaping @Sendable (Reason) -> Void = BusyWatch.endProgram) {
        self.input = input
        self.look = look
        self.end = end
    }

    // MARK: - The loop's side

    /// Begins to watch; the thread goes when the watch is over.
    func start() {
        let context = Unmanaged.passRetained(self)
        let problem = viewfinder_start_thread(
            { context in
                if let context { Unmanaged<BusyWatch>.fromOpaque(context).takeRetainedValue().watch() }
                return nil
            }, context.toOpaque())
        // Without the thread a second ctrl+c still ends the program.
        if problem != 0 { context.release() }
    }

    func stop() {
        state.withLock { $0.isOver = true }
        alarm.signal()
    }

    /// The loop begins to work.
    ///
    /// - Parameters:
    ///   - decoder: How the next bytes would be read.
    ///   - quitKeys: The keys that end the session as things are.
    ///   - isQuitKnown: Whether the loop is going to come upon something that ends the session.
    func begin(decoder: InputDecoder, quitKeys: [Key], isQuitKnown: Bool) {
        let wasAsleep = state.withLock { state in
            state.turn &+= 1
            state.isWorking = true
            state.decoder = decoder
            state.quitKeys = quitKeys
            state.isQuitKnown = isQuitKnown
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if wasAsleep { alarm.signal() }
    }

    /// The loop has done its work.
    ///
    /// - Returns: What was read for it meanwhile.
    func rest() -> [UInt8] {
        state.withLock { state in
            state.isWorking = false
            defer { state.early = [] }
            return state.early
        }
    }

    // MARK: - The thread's side

    private func watch() {
        while true {
            alarm.wait()
            var seen: (turn: Int, looks: Int) = (-1, 0)
            var rests = 0
            looking: while true {
                viewfinder_sleep(look)
                switch finding(isTired: rests >= Self.idleLooks) {
                case .over: return
                case .rest:
                    rests += 1
                    if rests > Self.idleLooks { break looking }
                case .work(let turn):
                    rests = 0
                    seen = turn == seen.turn ? (turn, seen.looks + 1) : (turn, 1)
                    if seen.looks >= Self.patience, let reason = reasonToEnd(turn: turn) {
                        end(reason)
                        return
                    }
                }
            }
        }
    }

    private func finding(isTired: Bool) -> Finding {
        state.withLock { state in
            if state.isOver { return .over }
            if state.isWorking { return .work(turn: state.turn) }
            if isTired { state.isAsleep = true }
            return .rest
        }
    }

    /// Looks, while the loop is still at the same work, whether the program is asked to end.
    private func reasonToEnd(turn: Int) -> Reason? {
        if let signal = SignalGuard.ending { return .signal(signal) }
        return state.withLock { state in
            guard state.isWorking, state.turn == turn else { return nil }
            if state.isQuitKnown { return .key }
            guard viewfinder_wait(input, -1, 0) != 0, state.early.count < Self.capacity else { return nil }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(input, &buffer, buffer.count)
            // A terminal that is gone tells so by a signal as well.
            guard count > 0 else { return nil }
            // A printable key only counts where nothing before it could lead into a field.
            let isFirst = state.early.isEmpty
            state.early += buffer[..<count]
            let events = state.decoder.feed(buffer[..<count])
            return Self.isQuit(events, by: state.quitKeys, isFirst: isFirst) ? .key : nil
        }
    }

    /// Whether inputs end the session, whatever those before them do.
    static func isQuit(_ events: [InputEvent], by keys: [Key], isFirst: Bool) -> Bool {
        for (place, event) in events.enumerated() {
            guard case .key(let key) = event, keys.contains(key) else { continue }
            if key.character == nil || (isFirst && place == 0) { return true }
        }
        return false
    }

    /// Gives the terminal back and ends the program at once; what the page was doing is lost.
    private static func endProgram(_ reason: Reason) {
        SignalGuard.restore()
        let words = "ended while the page was at work; what it was doing is lost\n"
        _ = write(SignalGuard.errorOutput, words, words.utf8.count)
        SignalGuard.releaseErrors()
        switch reason {
        case .key: _exit(0)
        case .signal(let number): _exit(128 + number)
        }
    }
}
