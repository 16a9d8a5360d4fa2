/// Sums up what sessions did.
public final class SessionTotals: SessionObserver {
    public private(set) var mounts = 0
    public private(set) var events = 0
    public private(set) var infos = 0
    public private(set) var failures = 0
    public private(set) var times = SessionRecord.Times()

    public init() {}

    public var wantsDiffBytes: Bool { false }

    public func observe(_ record: SessionRecord) {
        switch record.happening {
        case .mounted: mounts += 1
        case .event: events += 1
        case .info: infos += 1
        case .patched, .trouble, .ended: break
        }
        if record.failure != nil { failures += 1 }
        guard let times = record.times else { return }
        self.times.handling += times.handling
        self.times.rendering += times.rendering
        self.times.diffing += times.diffing
    }
}
