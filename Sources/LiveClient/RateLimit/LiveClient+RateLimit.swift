import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Runs what an event leads to: at once, after a pause, or not, as `phx-debounce` and `phx-throttle` of its element say.
    ///
    /// - Parameter key: The key of a `keydown`.
    func limitRate(of node: NodeID, key: String? = nil, _ action: @escaping () -> Void) {
        let debounce = document.attribute(BindingName.debounce, of: node)
        let throttle = document.attribute(BindingName.throttle, of: node)
        guard let value = debounce ?? throttle else { return action() }
        let guarded = { [weak self, weak page] in
            guard let self, let page, page === self.page, document.isAlive(node), document.isConnected(node) else {
                return
            }
            action()
        }
        if value == "blur" {
            page.nodes[node].rateLimit.waiting = guarded
            page.nodes[node].rateLimit.waitsForBlur = true
            return
        }
        let standard = debounce != nil ? settings.defaultDebounce : settings.defaultThrottle
        guard let time = value.isEmpty ? standard : Int(value.prefix { $0.isASCII && $0.isNumber }) else {
            report(
                .rateLimitValue,
                "\"\(value)\" on \(words(for: node)) is no time: expected milliseconds, or blur for phx-debounce")
            return
        }
        if throttle != nil {
            self.throttle(node, for: .milliseconds(time), key: key, guarded)
        } else {
            self.debounce(node, by: .milliseconds(time), guarded)
        }
    }

    private func throttle(_ node: NodeID, for time: Duration, key: String?, _ action: () -> Void) {
        let limit = page.nodes[node].rateLimit
        let isOtherKey = key != nil && key != limit.lastKey
        if let key { page.nodes[node].rateLimit.lastKey = key }
        guard !limit.isThrottled || isOtherKey else { return }
        if let timer = limit.timer { page.timers.cancel(timer) }
        page.nodes[node].rateLimit.isThrottled = true
        page.nodes[node].rateLimit.timer = after(time) { [weak self] in
            guard let self, document.isAlive(node) else { return }
            page.nodes[node].rateLimit.isThrottled = false
        }
        action()
    }

    private func debounce(_ node: NodeID, by time: Duration, _ action: @escaping () -> Void) {
        if let timer = page.nodes[node].rateLimit.timer { page.timers.cancel(timer) }
        page.nodes[node].rateLimit.waiting = action
        page.nodes[node].rateLimit.waitsForBlur = false
        page.nodes[node].rateLimit.timer = after(time) { [weak self] in self?.flushRateLimit(of: node) }
    }

    /// Runs what waits and opens the throttle, as when the element loses the focus.
    func flushRateLimit(of node: NodeID) {
        guard document.isAlive(node), page.nodes.has(node) else { return }
        let limit = page.nodes[node].rateLimit
        if let timer = limit.timer { page.timers.cancel(timer) }
        page.nodes[node].rateLimit.timer = nil
        page.nodes[node].rateLimit.isThrottled = false
        page.nodes[node].rateLimit.waiting = nil
        limit.waiting?()
    }

    /// Takes back what waits for a pause in a form that is submitted; what waits for the focus to leave goes first
    /// instead.
    func cancelRateLimits(of form: NodeID) {
        var names: Set<String> = []
        for field in document.fields(of: form, submitter: nil) where names.insert(field.name).inserted {
            guard page.nodes.has(field.node), !page.nodes[field.node].rateLimit.waitsForBlur else { continue }
            if let timer = page.nodes[field.node].rateLimit.timer { page.timers.cancel(timer) }
            page.nodes[field.node].rateLimit = RateLimit()
        }
    }
}
