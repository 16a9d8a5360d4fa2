import LiveProtocol

extension Rendered {
    /// The whole as a tree of statics and dynamics, as a client gets it when it joins (CLIENT.md 9).
    public var tree: NodeDiff {
        var writer = DiffWriter(statics: StaticsTable())
        return writer.whole(self)
    }

    /// What a client that has another tree must be told so that it has this one; nil when nothing changed.
    ///
    /// - Parameter old: A tree whose own diff, or whole, was given before.
    public func changes(since old: Rendered) -> NodeDiff? {
        var writer = DiffWriter(statics: StaticsTable())
        return writer.changes(from: old, to: self)
    }
}
