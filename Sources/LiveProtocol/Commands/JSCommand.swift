import OrderedCollections

/// One client-side command (JS_COMMANDS.md 1).
public enum JSCommand: Equatable, Sendable {
    case push(JSPush)
    case navigate(href: String, replace: Bool)
    case patch(href: String, replace: Bool)
    case show(to: JSTarget?, display: String?, transition: JSTransition?, timing: JSTiming)
    case hide(to: JSTarget?, transition: JSTransition?, timing: JSTiming)
    case toggle(to: JSTarget?, display: String?, ins: JSTransition?, outs: JSTransition?, timing: JSTiming)
    case addClass([String], to: JSTarget?, transition: JSTransition?, timing: JSTiming)
    case removeClass([String], to: JSTarget?, transition: JSTransition?, timing: JSTiming)
    case toggleClass([String], to: JSTarget?, transition: JSTransition?, timing: JSTiming)
    case transition(JSTransition, to: JSTarget?, timing: JSTiming)
    case setAttribute(name: String, value: String, to: JSTarget?)
    case removeAttribute(name: String, to: JSTarget?)
    /// Present becomes absent and the other way round; with two values, one becomes the other.
    case toggleAttribute(name: String, value: String, otherValue: String?, to: JSTarget?)
    case ignoreAttributes([String], to: JSTarget?)
    case dispatch(
        event: String, to: JSTarget?, detail: OrderedDictionary<String, JSONValue>?, bubbles: Bool?, blocking: Bool)
    /// Runs the commands in an attribute of the target.
    case exec(attribute: String, to: JSTarget?)
    case focus(to: JSTarget?)
    case focusFirst(to: JSTarget?)
    case pushFocus(to: JSTarget?)
    case popFocus
}
