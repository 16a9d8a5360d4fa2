import LiveProtocol

extension Rendered {
    /// The whole as a tree of statics and dynamics, as a client gets it when it joins (CLIENT.md 9).
    public var tree: NodeDiff {
        var writer = DiffWriter(statics: StaticsTable())
        return writer.whole(self)
    }
}
