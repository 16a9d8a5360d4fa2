import Basics
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// The changes of a page in a session, each with its picture and what its views held, as many as there is memory for.
///
/// Pictures and contexts are values that are there anyway: to keep them costs the memory that they would have given back,
/// and nothing else (TheTerminal.md, "Time travel").
final class PageHistory {
    /// About how much memory moments may keep from being given back, in bytes.
    static let standardLimit = 64 << 20

    private let limit: Int
    private var kept: [PageMoment] = []
    /// How many of the newest moments are not counted yet for what they take.
    private var uncounted = 0
    private var memory = MemoryLedger()
    private var lastNumber = 0
    /// What has happened since the last look at the page.
    private var cause = MomentCause()
    private var follower = LogFollower()
    private var lastCall = 0
    /// The page as it was looked at last: its load, and the revision of its document.
    private var seen = (generation: -1, revision: UInt64.zero)

    /// - Parameter limit: About how much memory moments may keep from being given back, in bytes; the first and the last
    ///   moment that there is room for are kept in any case.
    init(limit: Int = standardLimit) { self.limit = limit }

    /// Oldest first.
    var moments: [PageMoment] {
        count()
        return kept
    }

    /// About how much memory moments keep from being given back, in bytes.
    var bytes: Int {
        count()
        return memory.total
    }

    func moment(_ number: Int) -> PageMoment? {
        guard let first = moments.first, moments.indices.contains(number - first.number) else { return nil }
        return moments[number - first.number]
    }

    // MARK: - What happens

    /// The person does something on the page.
    func note(_ input: MomentCause.Input) { cause.add(input) }

    /// The page is going to be what it was at a moment.
    func note(restoring moment: PageMoment) { cause.add(.restored(from: moment.number)) }

    /// Takes in what work on the page brought about.
    ///
    /// - Parameters:
    ///   - observed: What the sessions say that they did; nil where nobody can see that.
    ///   - calls: The calls of their functions, as far as they are kept.
    ///   - log: The client's log.
    ///   - logCapacity: How many entries it forgets at once.
    func note(
        observed: [SessionRecord]?, calls: CallbackLog?, log: [LogEntry], logCapacity: Int, took duration: Duration
    ) {
        let entries = follower.takeNew(of: log, capacity: logCapacity)
        for entry in entries { note(entry, isObserved: observed != nil) }
        guard let observed, !observed.isEmpty else {
            if !entries.isEmpty { cause.duration += duration }
            return
        }
        cause.duration += duration
        let calls = calls?.traces(after: lastCall) ?? []
        lastCall = calls.last?.number ?? lastCall
        var infos = calls.filter { $0.kind == .info }[...]
        for record in observed {
            if let failure = record.failure { cause.failure = failure }
            switch record.happening {
            case .mounted(let url): cause.add(.opened(url: url))
            case .event(let name, _): cause.add(.event(name))
            case .info:
                // Not all infos are handled by a function of the view; those that are come in the same order.
                let call = infos.first.flatMap { $0.part.session == record.session ? infos.popFirst() : nil }
                cause.add(.info(record.source ?? .message, name: call?.name))
            case .patched(let url): cause.add(.wentTo(url: url))
            case .reloaded: cause.add(.reloaded)
            case .trouble: cause.add(.trouble)
            case .rendered, .restored, .ended: break
            }
        }
    }

    /// - Parameter isObserved: Whether sessions tell by themselves what they did.
    private func note(_ entry: LogEntry, isObserved: Bool) {
        switch entry.event {
        case .received(let diff, _):
            cause.diffBytes += diff.jsonSize
            if !isObserved { cause.add(.server) }
        case .requested(let request, _): cause.add(.opened(url: request.url))
        case .sent(.event(let push), _): if !isObserved { cause.add(.event(push.event)) }
        case .sent(.livePatch(let url), _): if !isObserved { cause.add(.wentTo(url: url)) }
        case .sent, .refused, .navigated, .pageLoading, .dispatched, .connection, .diagnostic: break
        }
    }

    // MARK: - What comes of it

    /// Looks at the page, and keeps it when it is not what it was at the last look. What is only seen otherwise, since it
    /// was scrolled, is no change.
    func record(_ simulator: Simulator) {
        let (cause, client) = (cause, simulator.client)
        self.cause = MomentCause()
        let shown = simulator.frame()
        let now = (generation: client.documentGeneration, revision: client.document.revision(of: client.document.root))
        guard now.generation != seen.generation || now.revision > seen.revision else { return }
        // What is done to the document from now on has a revision of its own.
        seen = (now.generation, client.document.checkpoint())
        count()
        lastNumber += 1
        kept.append(
            PageMoment(
                number: lastNumber, time: simulator.clock.now, cause: cause, picture: shown,
                scrollRow: simulator.scrollRow, pageHeight: simulator.pageHeight, title: client.title,
                address: client.address, status: client.status, kept: client.keep()))
        uncounted += 1
    }

    /// Counts what new moments take, and forgets the oldest until there is room. Nobody has to wait for it before a
    /// picture: it is done behind that, and in any case before the next moment.
    func count() {
        while uncounted > 0 {
            let place = kept.count - uncounted
            uncounted -= 1
            let before = place > 0 ? kept[place - 1] : nil
            // Those who look the same share their picture.
            let isSame = before?.picture == kept[place].picture
            if isSame, let before { kept[place].picture = before.picture }
            memory.add(kept[place], sharesPicture: isSame)
        }
        var forgotten = 0
        while memory.total > limit, kept.count - forgotten > 2 {
            memory.remove(kept[forgotten])
            forgotten += 1
        }
        kept.removeFirst(forgotten)
    }
}

/// What moments take, where what several of them share is counted once.
private struct MemoryLedger {
    private struct Entry {
        let bytes: Int
        var uses: Int
    }

    /// What a moment takes beside its picture and what views held.
    private static let ofMoment = 600

    private(set) var total = 0
    private var blocks: [HeapFootprint.Block: Entry] = [:]
    /// By the number of the first moment that shows it, what a picture takes and how many moments show it.
    private var pictures: [Int: Entry] = [:]
    /// The number under which each moment's picture is counted, of the moments that there are.
    private var pictureOf: [Int: Int] = [:]

    mutating func add(_ moment: PageMoment, sharesPicture: Bool) {
        total += Self.ofMoment
        let first = sharesPicture ? pictureOf[moment.number - 1] ?? moment.number : moment.number
        pictureOf[moment.number] = first
        use(first, moment.picture.byteCount, in: \.pictures)
        for (block, bytes) in moment.kept?.footprint.bytes ?? [:] { use(block, bytes, in: \.blocks) }
    }

    mutating func remove(_ moment: PageMoment) {
        total -= Self.ofMoment
        if let first = pictureOf.removeValue(forKey: moment.number) { drop(first, in: \.pictures) }
        for block in moment.kept?.footprint.bytes.keys ?? [:].keys { drop(block, in: \.blocks) }
    }

    private mutating func use<Key>(_ key: Key, _ bytes: Int, in table: WritableKeyPath<Self, [Key: Entry]>) {
        if self[keyPath: table][key]?.uses != nil {
            self[keyPath: table][key]?.uses += 1
        } else {
            self[keyPath: table][key] = Entry(bytes: bytes, uses: 1)
            total += bytes
        }
    }

    private mutating func drop<Key>(_ key: Key, in table: WritableKeyPath<Self, [Key: Entry]>) {
        guard let entry = self[keyPath: table][key] else { return }
        if entry.uses > 1 {
            self[keyPath: table][key]?.uses -= 1
        } else {
            self[keyPath: table][key] = nil
            total -= entry.bytes
        }
    }
}
