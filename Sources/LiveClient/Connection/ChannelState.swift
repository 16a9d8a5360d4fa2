/// Where a view's channel is in its life (TheWire.md, "The life of a connection").
enum ChannelState: Hashable {
    case closed
    case joining
    case joined
    /// Lost, and to be joined again.
    case errored
}
