import LiveProtocol
import Markup

/// A part of a page that has a state of its own: how it starts, what it does when something happens, how it looks.
///
/// The component itself is a value whose properties are its inputs, given where it is placed:
/// `\(component(Stepper(step: 5), id: "a"))`. Its type and id say which component it is; as long as the page has it, its
/// context and flash live on. Events reach it from elements with `phx-target="\(meta.myself)"`. Every function but
/// `render` is a part of a transaction: when one throws, everything is as it was before.
public protocol LiveComponent: EventHandler, Equatable {
    /// What the component knows beside its inputs.
    associatedtype Context
    /// The contents that whoever places it can give.
    associatedtype Slots: ComponentSlots = NoSlots

    /// Sets the context up, once.
    func mount(_ socket: inout Socket) throws

    /// Takes the inputs: after mounting, and whenever they are not what they were.
    func update(_ socket: inout Socket) throws

    /// Gives the one element that the component is, with all that is in it.
    func render(_ context: Context, _ meta: ComponentMeta<Self>) throws -> Rendered
}

extension LiveComponent {
    /// Does nothing.
    public func mount(_ socket: inout Socket) throws {}
    /// Does nothing.
    public func update(_ socket: inout Socket) throws {}
}

extension LiveSocket where Owner: EventHandler {
    /// Sends an info to a component, which handles it right after this handler; when it is not on the page, nothing
    /// happens.
    public mutating func send<Component: LiveComponent>(
        _ info: Component.Info, to type: Component.Type, id: some TextConvertible
    ) {
        state.messages.append(.component(ComponentKey(type, id), info))
    }
}

extension LiveSocket where Owner: LiveComponent {
    /// Sends an info to the view that the component is placed in, which handles it right after this handler.
    ///
    /// When the view is of another type, the event fails.
    public mutating func send<Parent: LiveView>(_ info: Parent.Info, toParent type: Parent.Type) {
        state.messages.append(.view(info, of: type))
    }
}
