import LiveProtocol

/// What an app configures a browser's client with.
public struct ClientSettings {
    /// The scheme and host that addresses are under.
    public var origin = "http://localhost"
    /// The connect parameters that every join carries.
    public var params: JSONValue = [:]
    /// For `phx-debounce` without a value, in milliseconds.
    public var defaultDebounce = 300
    /// For `phx-throttle` without a value, in milliseconds.
    public var defaultThrottle = 300
    /// Whether a modified key or click tells its modifiers; false unless set, as in the browser.
    public var sendsModifiers = false
    /// What becomes of findings, where it is not what they are of themselves.
    public var lint: [Diagnostic.Rule: LintLevel] = [:]
    /// Whether somebody is there to answer what clicks ask (`data-confirm`); otherwise all is confirmed.
    public var asksQuestions = false
    /// The hooks that `phx-hook` names; each element gets its own.
    public var hooks: [String: () -> any ClientHook] = [:]
    /// Hears of each live navigation that a person asks for, before it happens, and may keep it from happening by false:
    /// what a listener of `phx:before-navigate` does in a browser.
    public var allowsNavigation: ((NavigationEvent) -> Bool)?
    /// How many log entries are kept at least.
    public var logCapacity = 500

    /// Whether changes are shown part by part; otherwise a changed view's HTML is parsed as a whole, to the same effect.
    public var patchesByParts = true

    public init() {}
}
