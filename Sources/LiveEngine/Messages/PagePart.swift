/// What of a page something concerns: its view, or one of its components.
enum PagePart: Hashable, Sendable {
    case view
    /// The component that the client knows by this number, which no other component of its session ever has.
    case component(Int)
}
