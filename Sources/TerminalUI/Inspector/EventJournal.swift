import HTMLTree
import LiveClient
import LiveProtocol

/// The last events of the views, made of the client's log as it grows.
struct EventJournal {
    private static let capacity = 50

    /// Oldest first.
    private(set) var records: [EventRecord] = []
    private var follower = LogFollower()

    /// Takes in what is new in the log.
    ///
    /// - Parameters:
    ///   - log: The client's log, which forgets its oldest entries from time to time.
    ///   - logCapacity: How many entries it forgets at once.
    ///   - duration: How long the work took that led to the new entries.
    ///   - observed: What the sessions themselves say that they did meanwhile.
    mutating func record(
        _ log: [LogEntry], logCapacity: Int, duration: Duration, observed: [SessionRecord] = []
    ) {
        let new = follower.takeNew(of: log, capacity: logCapacity)
        guard !new.isEmpty else { return }
        let firstNew = records.count
        for entry in new { add(entry, duration: duration, firstNew: firstNew) }
        addTimes(of: observed, firstNew: firstNew)
        if records.count > Self.capacity { records.removeFirst(records.count - Self.capacity) }
    }

    private mutating func add(_ entry: LogEntry, duration: Duration, firstNew: Int) {
        switch entry.event {
        case .sent(let message, let topic):
            guard let cause = Self.cause(of: message) else { return }
            records.append(
                EventRecord(
                    cause: cause, topic: topic, time: entry.time, duration: duration,
                    payload: Self.payload(of: message)))
        case .received(let diff, let topic):
            if let place = unanswered(topic, from: firstNew) {
                records[place].answer = EventRecord.Answer(diff)
            } else {
                records.append(
                    EventRecord(
                        cause: .update, topic: topic, time: entry.time, duration: duration,
                        answer: EventRecord.Answer(diff)))
            }
        case .refused(let reason, let topic):
            guard let place = unanswered(topic, from: firstNew) else { return }
            records[place].failure = reason["reason"]?.string ?? reason.json
        case .requested, .navigated, .pageLoading, .dispatched, .connection, .diagnostic:
            return
        }
    }

    /// Finds for each new record what its session says about it; both are in the order in which things happened.
    private mutating func addTimes(of observed: [SessionRecord], firstNew: Int) {
        var rest = observed[...]
        for place in records.indices.dropFirst(firstNew) {
            guard let match = rest.firstIndex(where: { records[place].isAbout($0) }) else { continue }
            records[place].times = rest[match].times
            rest = rest[(match + 1)...]
        }
    }

    private func unanswered(_ topic: String, from first: Int) -> Int? {
        records.indices.dropFirst(first).first { place in
            let record = records[place]
            return record.topic == topic && record.answer == nil && record.failure == nil && record.cause != .update
        }
    }

    private static func cause(of message: ClientMessage) -> EventRecord.Cause? {
        switch message {
        case .join: .join
        case .event(let push): .event(name: push.event, type: push.type)
        case .livePatch(let url): .patch(url: url)
        case .componentsWillBeDestroyed, .componentsDestroyed, .allowUpload, .uploadProgress, .joinUpload, .uploadChunk,
            .leave:
            nil
        }
    }

    /// The payload as a handler gets it: of a form, its fields, then what the push adds.
    private static func payload(of message: ClientMessage) -> JSONValue? {
        guard case .event(let push) = message else { return nil }
        switch push.value {
        case .json(let value): return value
        case .form(let text):
            let fields = URLEncodedForm.decode(text).map { ($0.0, JSONValue.string($0.1)) }
            let meta = (push.meta ?? [:]).map { ($0.key, $0.value) }
            return .object(.init(fields + meta) { _, last in last })
        }
    }
}
