import LiveProtocol

/// Tells how long the parts of one transaction take, and ends one that takes too long.
struct TransactionWatch {
    enum Part {
        case handling
        case rendering
        case diffing
    }

    private let place: SessionPlace
    private let stopwatch: Stopwatch
    private(set) var times = SessionRecord.Times()

    /// Nil in an engine without a stopwatch.
    init?(_ place: SessionPlace) {
        guard let stopwatch = place.services.stopwatch else { return nil }
        self.place = place
        self.stopwatch = stopwatch
        place.partStart = stopwatch.now
    }

    /// Ends the time that handlers can ask about.
    func stop() { place.partStart = nil }

    /// Notes the end of one part, where the next one begins.
    ///
    /// - Throws: `HandlerFailure` when it took longer than it may.
    mutating func finish(_ part: Part, _ name: @autoclosure () -> String) throws {
        guard let start = place.partStart else { return }
        let now = stopwatch.now
        place.partStart = now
        let time = now - start
        switch part {
        case .handling: times.handling += time
        case .rendering: times.rendering += time
        case .diffing: times.diffing += time
        }
        try HandlerFailure.naming(name()) { try place.services.checkTimeLimit(time) }
    }
}
