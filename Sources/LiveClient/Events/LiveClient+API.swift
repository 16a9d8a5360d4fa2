import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Whether nothing is under way that could change the page without input or the passing of time.
    public var isIdle: Bool { true }
    /// What the session of the main view holds; nil when there is none, or it cannot be seen.
    public var inspection: Inspection? { nil }

    /// Requests a page and joins its views; `settle()` takes in their answers.
    public func open(_ url: String) {}
    public func goBack() {}
    public func goForward() {}
    public func reload() {}
    /// Takes in and handles what has come until nothing more is to come, and runs what is due now.
    public func settle() {}

    /// Presses and releases the mouse on an element.
    /// - Parameter start: Where the button was pressed, when the mouse was dragged to `node`.
    public func click(_ node: NodeID, modifiers: ClickModifiers = [], startedOn start: NodeID? = nil) {}
    public func focus(_ node: NodeID) {}
    public func blur() {}
    /// Edits a field: its value becomes `value`.
    public func input(_ value: String, into node: NodeID) {}
    public func choose(_ options: [NodeID], of select: NodeID) {}
    /// Submits a form as by its button, or by Enter when there is none.
    /// - Returns: False when an invalid field prevented it, which then has the focus.
    @discardableResult
    public func submit(_ form: NodeID, submitter: NodeID? = nil) -> Bool { false }
    /// Presses a key on the focused element. `key` is named as in `KeyboardEvent.key`.
    /// - Returns: False when the page used it up.
    @discardableResult
    public func keyDown(_ key: String, modifiers: ClickModifiers = []) -> Bool { true }
    @discardableResult
    public func keyUp(_ key: String, modifiers: ClickModifiers = []) -> Bool { true }
    /// The window as a whole loses the focus.
    public func windowBlur() {}
    public func windowFocus() {}
    /// Pushes an event as a hook does.
    public func pushEvent(_ name: String, payload: JSONValue = [:], component: Int? = nil) {}
    /// Whether a click on the element does something.
    public func isClickable(_ node: NodeID) -> Bool { false }
}
