/// The last calls of functions, bounded in their number and in what their arguments take.
package struct CallbackLog {
    /// How many calls are kept at most.
    private static let capacity = 2_000
    /// How many bytes their arguments may keep from being given back.
    private static let room = 4 << 20

    /// Oldest first, each with its number.
    package private(set) var traces: [CallbackTrace] = []
    private var bytes = 0
    private var lastNumber = 0

    package init() {}

    package mutating func add(_ trace: CallbackTrace) {
        lastNumber += 1
        var trace = trace
        trace.number = lastNumber
        traces.append(trace)
        bytes += trace.arguments.bytes
        // The older half at once, so that adding stays cheap; a single one that is too large is kept alone.
        while traces.count > Self.capacity || (bytes > Self.room && traces.count > 1) {
            let forgotten = traces.prefix(traces.count / 2)
            bytes -= forgotten.reduce(0) { $0 + $1.arguments.bytes }
            traces.removeFirst(forgotten.count)
        }
    }

    /// The calls after the one of a number, as far as they are kept.
    package func traces(after number: Int) -> ArraySlice<CallbackTrace> {
        guard let first = traces.first else { return [] }
        return traces.dropFirst(max(0, number + 1 - first.number))
    }
}
