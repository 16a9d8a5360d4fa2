import HTMLTree
import LiveClient
import LiveProtocol

/// The last events of the views, made of the client's log as it grows.
struct EventJournal {
    private static let capacity = 200
    /// The most that diffs may be as JSON, in bytes; the oldest are forgotten first.
    private static let mostBytes = 16 << 20

    /// Oldest first.
    private(set) var records: [EventRecord] = []
    /// What is not to be shown of them.
    private(set) var secrets = Secrets()
    private var count = 0
    private var bytes = 0
    private var follower = LogFollower()

    /// Takes in what is new in the log.
    ///
    /// - Parameters:
    ///   - log: The client's log, which forgets its oldest entries from time to time.
    ///   - logCapacity: How many entries it forgets at once.
    ///   - duration: How long the work took that led to the new entries.
    ///   - observed: What the sessions themselves say that they did meanwhile.
    ///   - document: The page, whose password fields are looked at where a form was sent.
    /// - Returns: Whether anything was new.
    @discardableResult
    mutating func record(
        _ log: [LogEntry], logCapacity: Int, duration: Duration, observed: [SessionRecord] = [],
        document: Document? = nil
    ) -> Bool {
        let new = follower.takeNew(of: log, capacity: logCapacity)
        guard !new.isEmpty else { return false }
        noteSecrets(in: new, document)
        let firstNew = records.count
        for entry in new { add(entry, duration: duration, firstNew: firstNew) }
        addTimes(of: observed, firstNew: firstNew)
        forgetOldest()
        return true
    }

    private mutating func forgetOldest() {
        if records.count > Self.capacity {
            let gone = records.count - Self.capacity
            bytes -= records[..<gone].reduce(0) { $0 + ($1.answer?.diff == nil ? 0 : $1.answer?.bytes ?? 0) }
            records.removeFirst(gone)
        }
        guard bytes > Self.mostBytes else { return }
        for place in records.indices where bytes > Self.mostBytes && records[place].answer?.diff != nil {
            records[place].answer?.diff = nil
            bytes -= records[place].answer?.bytes ?? 0
        }
    }

    private mutating func noteSecrets(in entries: some Sequence<LogEntry>, _ document: Document?) {
        for entry in entries {
            guard case .sent(.event(let push), _) = entry.event, case .form(let text) = push.value else { continue }
            if let document { secrets.note(document) }
            secrets.note(form: text)
        }
    }

    private mutating func append(_ record: EventRecord) {
        count += 1
        records.append(record)
        records[records.count - 1].number = count
        bytes += record.answer?.bytes ?? 0
    }

    private mutating func add(_ entry: LogEntry, duration: Duration, firstNew: Int) {
        switch entry.event {
        case .sent(let message, let topic):
            guard let cause = Self.cause(of: message) else { return }
            append(
                EventRecord(
                    cause: cause, topic: topic, time: entry.time, duration: duration,
                    payload: Self.payload(of: message)))
        case .received(let diff, let topic):
            if let place = unanswered(topic, from: firstNew) {
                let answer = EventRecord.Answer(diff)
                records[place].answer = answer
                bytes += answer.bytes
            } else {
                append(
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
        case .form(let text): return .object(FormFields.parameters(text, meta: push.meta ?? [:]))
        }
    }
}
