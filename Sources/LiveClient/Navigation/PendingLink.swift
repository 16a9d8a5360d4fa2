import LiveProtocol

/// A live navigation whose view has not answered yet.
struct PendingLink {
    enum Kind {
        case patch
        case redirect
    }

    var url: PageURL
    var kind: Kind
    /// How history takes it; nil when a step in history led here.
    var history: HistoryKind?
    var direction = NavigationEvent.Direction.forward
    /// Tells it from one that was followed later.
    var number: Int
}
