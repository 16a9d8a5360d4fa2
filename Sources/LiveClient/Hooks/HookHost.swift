import HTMLTree
import LiveProtocol

/// What hooks reach of the client that shows their elements.
protocol HookHost: AnyObject {
    /// The page that is shown.
    var document: Document { get }
    var clock: VirtualClock { get }
    /// The hooks of that page.
    var hooks: Hooks { get }
    var schedule: PageSchedule { get }

    /// Types into a field.
    func input(_ value: String, into node: NodeID)

    /// Takes a node from the page.
    func free(_ node: NodeID)

    /// Runs the commands that an attribute of an element would hold.
    func run(_ commands: String, on source: NodeID, type: String?)

    /// Pushes an event of a hook.
    ///
    /// - Parameter reply: Gets the handler's reply; not called without a connection.
    func pushHookEvent(_ event: HookEvent, to target: HookTarget, reply: ((JSONValue) -> Void)?)
}

/// An event that a hook pushes.
struct HookEvent {
    var name: String
    var payload: JSONValue
    /// The element of the hook; nil for one that the app pushes by itself.
    var element: NodeID?
}

/// Whom a hook pushes to.
enum HookTarget {
    /// The view that owns the hook's element.
    case owner
    /// Each view or component that owns a match of a selector.
    case selector(String)
    /// The view or component that owns an element.
    case node(NodeID)
}
