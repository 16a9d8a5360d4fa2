import LiveClient

/// A place in a page's log, from which on it is read later.
struct LogMark {
    private let client: LiveClient
    private let count: Int

    init(_ client: LiveClient) {
        self.client = client
        count = client.log.count
    }

    /// What was logged since; all of it for another page than the one that was marked.
    func entries(of client: LiveClient) -> ArraySlice<LogEntry> {
        // A log that has become shorter has forgotten its start.
        client.log[(client === self.client && count <= client.log.count ? count : 0)...]
    }

    /// The mistakes found since that the settings call errors.
    func findings(in client: LiveClient) -> [Diagnostic] {
        let lint = client.settings.lint
        guard lint.values.contains(.error) else { return [] }
        return entries(of: client).compactMap { entry in
            guard case .diagnostic(let diagnostic) = entry.event, lint[diagnostic.rule] == .error else { return nil }
            return diagnostic
        }
    }
}
