/// Sees what the sessions of a host do, as it happens. The inspector and the reports of scenarios are such observers.
public protocol SessionObserver: AnyObject {
    /// Whether it wants to know the size of diffs, which costs writing them out.
    var wantsDiffBytes: Bool { get }

    /// Takes one thing that a session did; what it does is over when this is called.
    func observe(_ record: SessionRecord)
}
