/// Keeps what sessions did until somebody takes it, and, where that is wanted, the calls of their functions and the views
/// that are over.
package final class SessionRecorder: CallbackObserver {
    /// The oldest are forgotten when nobody takes so many.
    private static let capacity = 1000
    /// How many views that are over are kept.
    private static let endedCapacity = 16

    package let wantsDiffBytes: Bool
    package let wantsCallbacks: Bool
    private var records: [SessionRecord] = []
    /// The last calls of functions of views, components and hooks.
    package private(set) var callbacks = CallbackLog()
    /// The views that ended last, oldest first.
    package private(set) var endedViews: [EndedView] = []

    /// - Parameter wantsCallbacks: Whether calls, and views that are over, are kept.
    package init(wantsDiffBytes: Bool = false, wantsCallbacks: Bool = false) {
        self.wantsDiffBytes = wantsDiffBytes
        self.wantsCallbacks = wantsCallbacks
    }

    package func observe(_ record: SessionRecord) {
        if records.count >= Self.capacity { records.removeFirst(Self.capacity / 2) }
        records.append(record)
    }

    package func observe(_ trace: CallbackTrace) { callbacks.add(trace) }

    package func observe(_ ended: EndedView) {
        if endedViews.count >= Self.endedCapacity { endedViews.removeFirst() }
        endedViews.append(ended)
    }

    /// Hands over what was done since the last call, oldest first.
    package func take() -> [SessionRecord] {
        defer { records = [] }
        return records
    }
}
