import HTMLTree
import LiveProtocol

/// What a hook can see and do.
///
/// Hooks keep it, and the page keeps hooks: so it does not keep the page.
public struct HookContext {
    /// The hook's element.
    package let element: NodeID
    package let document: Document
    private let clock: VirtualClock?
    private weak var host: (any HookHost)?

    init(element: NodeID, document: Document, host: (any HookHost)?) {
        self.element = element
        self.document = document
        self.host = host
        clock = host?.clock
    }

    // MARK: The element

    /// The text of the element and all in it.
    public var text: String { isThere ? document.textContent(of: element) : "" }

    /// What is typed or chosen in the element; empty where there is nothing of the kind.
    public var value: String { isThere ? document.value(of: element) : "" }

    /// An attribute of the element, such as `data-limit`.
    public subscript(attribute: String) -> String? { isThere ? document.attribute(attribute, of: element) : nil }

    /// Writes text in place of all that an element holds; a view's next patch of it may write over that again, unless it
    /// has `phx-update="ignore"`.
    ///
    /// - Parameter id: The id of the element; nil for the hook's own.
    public func setText(_ text: String, ofElement id: String? = nil) {
        guard let host = shown, let node = id.map(document.element(withID:)) ?? element, document.isAlive(node)
        else { return }
        for child in Array(document.children(of: node)) { host.free(child) }
        document.append(document.createText(text), to: node)
    }

    /// Types into the element, as a person would.
    public func setValue(_ value: String) { shown?.input(value, into: element) }

    /// Runs a list of commands on the element, as an attribute would hold it: a `JS` in words.
    public func run(_ commands: String) { shown?.run(commands, on: element, type: "hook") }

    // MARK: Time

    /// The time since the page's clock started.
    public var now: Duration { clock?.now ?? .zero }

    /// Does something after a while, unless the element has gone by then.
    public func after(_ delay: Duration, _ action: @escaping () -> Void) {
        shown?.schedule.after(delay) { if isThere { action() } }
    }

    // MARK: Events

    /// Listens to an event that views push, or commands dispatch as `phx:name`, as long as the element lives.
    public func handleEvent(_ name: String, _ handle: @escaping (JSONValue) -> Void) {
        shown?.hooks.listen(to: name, at: element, handle)
    }

    /// Listens to what a person does to the element or in it, as long as the element lives.
    public func listen(to event: ElementEvent, _ handle: @escaping () -> Void) {
        shown?.hooks.listen(to: event, at: element, handle)
    }

    // MARK: Pushes

    /// Pushes an event to the view of the element.
    ///
    /// - Parameter reply: Gets the handler's reply, null when it gave none; not called without a connection.
    public func pushEvent(_ name: String, _ payload: JSONValue = [:], reply: ((JSONValue) -> Void)? = nil) {
        push(name, payload, to: .owner, reply)
    }

    /// Pushes an event to each view or component that owns a match of a selector, as `phx-target` does.
    public func pushEvent(
        to selector: String, _ name: String, _ payload: JSONValue = [:], reply: ((JSONValue) -> Void)? = nil
    ) {
        push(name, payload, to: .selector(selector), reply)
    }

    /// Pushes an event to the view or component that owns an element.
    public func pushEvent(
        to node: NodeID, _ name: String, _ payload: JSONValue = [:], reply: ((JSONValue) -> Void)? = nil
    ) {
        push(name, payload, to: .node(node), reply)
    }

    private func push(_ name: String, _ payload: JSONValue, to target: HookTarget, _ reply: ((JSONValue) -> Void)?) {
        shown?.pushHookEvent(HookEvent(name: name, payload: payload, element: element), to: target, reply: reply)
    }

    private var isThere: Bool { shown != nil }

    /// The client, while it shows the element.
    private var shown: (any HookHost)? {
        guard let host, host.document === document, document.isAlive(element) else { return nil }
        return host
    }
}

/// What a person does to an element, as a hook can listen to it.
public enum ElementEvent: Hashable, Sendable {
    /// A field has another value.
    case input
    /// It is clicked, or activated by a key.
    case click
    /// It gets the focus.
    case focus
    /// It loses the focus.
    case blur
}
