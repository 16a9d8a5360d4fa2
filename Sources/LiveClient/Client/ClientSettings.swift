import LiveProtocol

/// What an app configures a browser's client with.
package struct ClientSettings {
    /// The scheme and host that addresses are under.
    package var origin = "http://localhost"
    /// Whether pages come from a server elsewhere, so that their style sheets are asked for, and addresses are shown with
    /// their host.
    package var isRemote = false
    /// The cookies that the window begins with.
    package var cookies: [InitialCookie] = []
    /// Whether the views of a page are joined; a page stays as it was loaded otherwise.
    package var connects = true
    /// The connect parameters that every join carries.
    package var params: JSONValue = [:]
    /// For `phx-debounce` without a value, in milliseconds.
    package var defaultDebounce = 300
    /// For `phx-throttle` without a value, in milliseconds.
    package var defaultThrottle = 300
    /// Whether a modified key or click tells its modifiers; false unless set, as in the browser.
    package var sendsModifiers = false
    /// What becomes of findings, where it is not what they are of themselves.
    package var lint: [Diagnostic.Rule: LintLevel] = [:]
    /// Whether somebody is there to answer what clicks ask (`data-confirm`); otherwise all is confirmed.
    package var asksQuestions = false
    /// The hooks that `phx-hook` names; each element gets its own.
    package var hooks: [String: () -> any ClientHook] = [:]
    /// Hears of each live navigation that a person asks for, before it happens, and may keep it from happening by false:
    /// what a listener of `phx:before-navigate` does in a browser.
    package var allowsNavigation: ((NavigationEvent) -> Bool)?
    /// How many log entries are kept at least.
    package var logCapacity = 500

    /// Whether changes are shown part by part; otherwise a changed view's HTML is parsed as a whole, to the same effect.
    package var patchesByParts = true

    package init() {}
}
