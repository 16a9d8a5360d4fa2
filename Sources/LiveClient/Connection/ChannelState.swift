/// Where a view's channel is in its life (WIRE.md 5).
enum ChannelState: Hashable {
    case closed
    case joining
    case joined
    /// Lost, and to be joined again.
    case errored
}
