/// Sees what the sessions of a host do, as it happens. The inspector and the reports of scenarios are such observers.
public protocol SessionObserver: AnyObject {
    /// Whether it wants to know the size of diffs, which costs writing them out.
    var wantsDiffBytes: Bool { get }

    /// Takes one thing that a session did; what it does is over when this is called.
    func observe(_ record: SessionRecord)
}

/// An observer that may want to know of each call of a function of a view, and of what views held when they ended.
package protocol CallbackObserver: SessionObserver {
    /// Whether it wants to know; asked once, when the host is made.
    var wantsCallbacks: Bool { get }

    /// Takes one call; it is over when this is called.
    func observe(_ trace: CallbackTrace)

    /// Takes a view that has just ended.
    func observe(_ ended: EndedView)
}

/// Sums up what sessions did.
package struct SessionTotals: Hashable, Sendable {
    package private(set) var mounts = 0
    package private(set) var events = 0
    package private(set) var infos = 0
    package private(set) var failures = 0
    package private(set) var times = SessionRecord.Times()

    package init() {}

    package mutating func add(_ record: SessionRecord) {
        switch record.happening {
        case .mounted: mounts += 1
        case .event: events += 1
        case .info: infos += 1
        case .rendered, .patched, .reloaded, .restored, .trouble, .ended: break
        }
        if record.failure != nil { failures += 1 }
        if let times = record.times { self.times += times }
    }

    package static func += (totals: inout SessionTotals, others: SessionTotals) {
        totals.mounts += others.mounts
        totals.events += others.events
        totals.infos += others.infos
        totals.failures += others.failures
        totals.times += others.times
    }
}
