import OrderedCollections

/// One client-side command (TheWire.md, "Commands").
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

/// The arguments of the command `push`.
public struct JSPush: Equatable, Sendable {
    /// What the event is for, when it is not the element's own view.
    public enum Target: Hashable, Sendable {
        /// The component of a number.
        case component(Int)
        /// The owners of the elements that a selector finds.
        case selector(String)
    }

    package var event: String
    package var target: Target?
    /// A selector of what else shows that it is loading.
    package var loading: String?
    package var pageLoading: Bool
    package var value: OrderedDictionary<String, JSONValue>?

    package init(
        event: String, target: Target? = nil, loading: String? = nil, pageLoading: Bool = false,
        value: OrderedDictionary<String, JSONValue>? = nil
    ) {
        self.event = event
        self.target = target
        self.loading = loading
        self.pageLoading = pageLoading
        self.value = value
    }
}

/// What a command acts on when it is not the element it stands on.
public enum JSTarget: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// All matches in the whole document.
    case document(String)
    /// All matches below the element.
    case inner(String)
    /// The nearest match at or above the element.
    case closest(String)

    /// A selector of the whole document, which may hold interpolations: `"#flash-\(key)"`.
    public init(stringLiteral selector: String) { self = .document(selector) }
}

/// The classes of a transition: during it, at its start, and at its end.
public struct JSTransition: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The classes during the whole transition.
    public var during: [String]
    /// The classes at its start.
    public var start: [String]
    /// The classes at its end, which go when it ends.
    public var end: [String]

    /// Makes a transition of classes: during it, at its start and at its end.
    public init(during: [String], start: [String] = [], end: [String] = []) {
        self.during = during
        self.start = start
        self.end = end
    }

    /// Reads class names divided by spaces, as the classes during the transition.
    public init(stringLiteral names: String) {
        self.init(during: names.split(separator: " ").map(String.init))
    }
}

/// How long a visual command takes, and whether patches wait for it.
public struct JSTiming: Hashable, Sendable {
    /// In milliseconds; nil for the default of 200.
    package var time: Int?
    package var isBlocking: Bool

    package init(time: Int? = nil, isBlocking: Bool = true) {
        self.time = time
        self.isBlocking = isBlocking
    }
}
