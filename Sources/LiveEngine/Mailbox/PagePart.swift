/// What of a page something concerns: its view, or one of its components.
enum PagePart: Hashable, Sendable {
    case view
    /// The component that the client knows by this number, which no other component of its session ever has.
    case component(Int)

    /// - Parameter component: The number of a component; nil for the view.
    init(component: Int?) { self = component.map(Self.component) ?? .view }

    /// The number of a component; nil for the view.
    var component: Int? {
        switch self {
        case .view: nil
        case .component(let cid): cid
        }
    }
}
