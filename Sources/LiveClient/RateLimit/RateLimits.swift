import HTMLTree
import LiveProtocol

/// The pauses that `phx-debounce` and `phx-throttle` ask for, of all elements of a page
/// (TheClientsRules.md, "Debounce and throttle").
final class RateLimits {
    /// How long the pauses are that name no time, in milliseconds.
    struct Defaults {
        var debounce: Int
        var throttle: Int
    }

    /// The state of one element's debounce or throttle.
    private struct Limit {
        /// What waits for a pause, or for the element to lose the focus.
        var waiting: (() -> Void)?
        /// Ends the pause, or opens the throttle.
        var timer: VirtualClock.TimerID?
        /// Whether what waits does so until the focus leaves, however long that takes.
        var waitsForBlur = false
        /// Whether events are dropped at present.
        var isThrottled = false
        /// The key that was pressed last.
        var lastKey: String?
    }

    private let document: Document
    private let schedule: PageSchedule
    private let log: ClientLog
    private var limits: [NodeID: Limit] = [:]

    init(document: Document, schedule: PageSchedule, log: ClientLog) {
        self.document = document
        self.schedule = schedule
        self.log = log
    }

    /// Runs what an event leads to: at once, after a pause, or not, as its element says.
    ///
    /// - Parameter key: The key of a `keydown`.
    func limit(_ node: NodeID, key: String? = nil, _ defaults: Defaults, _ action: @escaping () -> Void) {
        let debounce = document.attribute(BindingName.debounce, of: node)
        let throttle = document.attribute(BindingName.throttle, of: node)
        guard let value = debounce ?? throttle else { return action() }
        if value == "blur" {
            limits[node, default: Limit()].waiting = guarded(node, action)
            limits[node, default: Limit()].waitsForBlur = true
            return
        }
        let standard = debounce != nil ? defaults.debounce : defaults.throttle
        guard let time = value.isEmpty ? standard : Int(value.prefix { $0.isASCII && $0.isNumber }) else {
            return log.report(
                .rateLimitValue,
                "\"\(value)\" on \(document.words(for: node)) is no time: expected milliseconds, "
                    + "or blur for phx-debounce")
        }
        if throttle != nil {
            self.throttle(node, for: .milliseconds(time), key: key, guarded(node, action))
        } else {
            self.debounce(node, by: .milliseconds(time), guarded(node, action))
        }
    }

    private func guarded(_ node: NodeID, _ action: @escaping () -> Void) -> () -> Void {
        { [document] in
            if document.isAlive(node), document.isConnected(node) { action() }
        }
    }

    private func throttle(_ node: NodeID, for time: Duration, key: String?, _ action: () -> Void) {
        let limit = limits[node, default: Limit()]
        let isOtherKey = key != nil && key != limit.lastKey
        if let key { limits[node, default: Limit()].lastKey = key }
        guard !limit.isThrottled || isOtherKey else { return }
        if let timer = limit.timer { schedule.cancel(timer) }
        limits[node, default: Limit()].isThrottled = true
        limits[node, default: Limit()].timer = schedule.after(time) { [weak self] in
            self?.limits[node]?.isThrottled = false
        }
        action()
    }

    private func debounce(_ node: NodeID, by time: Duration, _ action: @escaping () -> Void) {
        var limit = limits[node] ?? Limit()
        if let timer = limit.timer { schedule.cancel(timer) }
        limit.waiting = action
        limit.waitsForBlur = false
        limit.timer = schedule.after(time) { [weak self] in self?.flush(node) }
        limits[node] = limit
    }

    /// Runs what waits and opens the throttle, as when the element loses the focus.
    func flush(_ node: NodeID) {
        guard let limit = limits[node] else { return }
        if let timer = limit.timer { schedule.cancel(timer) }
        limits[node]?.timer = nil
        limits[node]?.isThrottled = false
        limits[node]?.waiting = nil
        limit.waiting?()
    }

    /// Takes back what waits for a pause in a form that is submitted; what waits for the focus to leave goes first
    /// instead.
    func cancel(in form: NodeID) {
        guard !limits.isEmpty else { return }
        var names: Set<String> = []
        for field in document.fields(of: form, submitter: nil) where names.insert(field.name).inserted {
            if limits[field.node]?.waitsForBlur == false { forget(field.node) }
        }
    }

    /// Takes back what waits at an element, because that is gone, or because its form is sent.
    func forget(_ node: NodeID) {
        guard !limits.isEmpty, let limit = limits.removeValue(forKey: node) else { return }
        if let timer = limit.timer { schedule.cancel(timer) }
    }
}
