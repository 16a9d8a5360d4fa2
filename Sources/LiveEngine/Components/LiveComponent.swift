import LiveProtocol
import Markup

/// A part of a page that has a state of its own: how it starts, what it does when something happens, how it looks.
///
/// The component itself is a value whose properties are its inputs, given where it is placed:
/// `\(component(Stepper(step: 5), id: "a"))`. Its type and id say which component it is; as long as the page has it, its
/// context and flash live on. Events reach it from elements with `phx-target="\(meta.myself)"`. Every function but
/// `render` is a part of a transaction: when one throws, everything is as it was before.
public protocol LiveComponent: Equatable, Sendable {
    associatedtype Context: LiveContext
    associatedtype Event: Decodable & Sendable = NoEvent
    /// What the view, other components, and its own timers, topics and tasks can send to it.
    associatedtype Message: Sendable = Never
    /// The contents that whoever places it can give.
    associatedtype Slots: ComponentSlots = NoSlots
    typealias Socket = ComponentSocket<Self>

    /// Sets the context up, once.
    func mount(_ socket: inout Socket) throws

    /// Takes the inputs: after mounting, and whenever they are not what they were.
    func update(_ socket: inout Socket) throws

    /// Handles an event that is meant for this component.
    func handle(_ event: Event, _ socket: inout Socket) throws

    /// Handles an event by its name; unless defined, decodes an `Event` and handles that.
    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws

    /// Handles what was sent by `send(_:to:id:)`, and what its timers, topics and tasks say.
    func handleMessage(_ message: Message, _ socket: inout Socket) throws

    /// Hears that a file has come further, is there, or has failed.
    func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws

    /// Gives the one element that the component is, with all that is in it.
    func render(_ context: Context, _ meta: ComponentMeta<Self>) throws -> Rendered
}

extension LiveComponent {
    public func mount(_ socket: inout Socket) throws {}
    public func update(_ socket: inout Socket) throws {}
    public func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) throws {}

    public func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        try handle(EventDecoding.decode(Event.self, name: name, payload: payload), &socket)
    }
}

extension LiveComponent where Event == NoEvent {
    public func handle(_ event: Event, _ socket: inout Socket) throws {}
}

extension LiveComponent where Message == Never {
    public func handleMessage(_ message: Message, _ socket: inout Socket) throws {}
}
