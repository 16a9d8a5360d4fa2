import LiveProtocol

/// The state of one session as its view's handlers see it: context, flash, title, address, and what they ask for.
///
/// It is a value: a handler works on a copy, which the session keeps when the handler returns and its page renders.
public struct LiveSocket<View: LiveView> {
    public var context = View.Context()

    /// The messages to show; changed by `putFlash` and `clearFlash` only.
    public internal(set) var flash = Flash()

    /// What was put during this handler: the part that travels with navigation (FLASH.md 1).
    var changedFlash = Flash()

    /// The page's title; delivered with the change it was set in.
    public var title: String?

    /// The present address, path and query.
    public internal(set) var url: String

    /// The present time, since 1970-01-01T00:00:00Z; it does not pass during a handler.
    public internal(set) var now: Duration

    var effects = Effects<View.Info>()
    var nextTimer = 0
    let eventCache: EventCache<View.Event>?

    init(url: String, now: Duration, eventCache: EventCache<View.Event>? = nil) {
        self.url = url
        self.now = now
        self.eventCache = eventCache
    }
}

extension LiveSocket {
    /// Shows a message under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ text: String) { put(key, FlashValue(text)) }

    /// Shows a value under a key, in place of the one that is there.
    public mutating func putFlash(_ key: String, _ value: some Encodable & Sendable) { put(key, FlashValue(value)) }

    /// Takes all messages away. One that was put in the same handler still travels with a navigation (FLASH.md 1).
    public mutating func clearFlash() { flash.clear() }

    /// Takes the message of a key away.
    public mutating func clearFlash(_ key: String) {
        flash.clear(key)
        changedFlash.clear(key)
    }

    private mutating func put(_ key: String, _ value: FlashValue) {
        flash.put(key, value)
        changedFlash.put(key, value)
    }
}

extension LiveSocket {
    /// Sends an event to the page.
    public mutating func pushEvent(_ name: String, _ payload: some Encodable & Sendable) {
        effects.events.append(.init(name: name, payload: payload))
    }

    /// Sends an event with a payload in JSON, an empty object unless told.
    public mutating func pushEvent(_ name: String, _ payload: JSONValue = [:]) {
        effects.events.append(.init(name: name, payload: payload))
    }

    /// Answers the event with a value, which the page's code gets that pushed it.
    public mutating func reply(_ value: some Encodable & Sendable) { effects.reply = value }

    /// Answers the event with JSON.
    public mutating func reply(_ value: JSONValue) { effects.reply = value }
}

extension LiveSocket {
    /// Changes the address and stays in this view, whose `handleParams` runs next.
    public mutating func pushPatch(to url: String) { effects.navigation.append(.patch(to: url, .push)) }

    /// As `pushPatch`, in place of the present step in history.
    public mutating func replacePatch(to url: String) { effects.navigation.append(.patch(to: url, .replace)) }

    /// Goes on to another view over the same connection.
    public mutating func pushNavigate(to url: String) { effects.navigation.append(.navigate(to: url, .push)) }

    /// As `pushNavigate`, in place of the present step in history.
    public mutating func replaceNavigate(to url: String) { effects.navigation.append(.navigate(to: url, .replace)) }

    /// Goes on to another page, which is requested anew.
    public mutating func redirect(to url: String) { effects.navigation.append(.redirect(to: url)) }
}

extension LiveSocket {
    /// Sends an info to this view again and again, first one interval from now.
    ///
    /// - Parameter interval: At least a millisecond; a shorter one counts as that.
    @discardableResult
    public mutating func schedule(_ info: View.Info, every interval: Duration) -> TimerID {
        start(info, after: max(interval, .milliseconds(1)), isRepeating: true)
    }

    /// Sends an info to this view once.
    @discardableResult
    public mutating func scheduleOnce(_ info: View.Info, after delay: Duration) -> TimerID {
        start(info, after: max(delay, .zero), isRepeating: false)
    }

    /// Ends a timer; one that has ended already is no matter.
    public mutating func cancel(_ timer: TimerID) { effects.timers.append(.cancel(timer)) }

    private mutating func start(_ info: View.Info, after delay: Duration, isRepeating: Bool) -> TimerID {
        let id = TimerID(number: nextTimer)
        nextTimer += 1
        effects.timers.append(.start(id, info, after: delay, isRepeating: isRepeating))
        return id
    }
}
