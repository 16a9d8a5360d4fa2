import LiveProtocol
import Markup

/// What a component can show beside its inputs and its context.
public struct ComponentMeta<Component: LiveComponent> {
    /// The id under which it was placed.
    public let id: String
    /// The component as a target of events: `phx-target="\(meta.myself)"`, or `target` of `JS.push`.
    public let myself: ComponentTarget
    /// The component's own messages.
    public let flash: Flash
    /// The page's path and query.
    public let url: String
    /// The contents that it was given where it was placed.
    public let slots: Component.Slots
    /// The uploads that the component has allowed.
    public let uploads: Uploads
}

extension ComponentMeta {
    /// A banner for every message of the component, as `Meta.flashBanners` makes them for the view.
    ///
    /// - Parameter hidesAtOnce: Whether the client hides a banner without waiting for the component's answer.
    public func flashBanners(hidesAtOnce: Bool = false) -> Rendered {
        flash.banners(hidesAtOnce: hidesAtOnce, of: myself.cid)
    }
}

/// A component as markup names it in `phx-target`.
public struct ComponentTarget: Hashable, Sendable, TextConvertible {
    let cid: Int

    /// The text that `phx-target` takes.
    public var renderedText: String { String(cid) }
    /// The component as the target of the command `JS.push`.
    public var pushTarget: JSPush.Target { .component(cid) }
}
