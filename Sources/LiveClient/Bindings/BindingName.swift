/// The attributes that authors write: what binds an element to its view, and what says how.
package enum BindingName {
    // MARK: Events

    package static let click = "phx-click"
    static let clickAway = "phx-click-away"
    static let change = "phx-change"
    static let submit = "phx-submit"
    package static let keydown = "phx-keydown"
    package static let keyup = "phx-keyup"
    /// The one key that a key binding hears.
    package static let key = "phx-key"
    package static let windowKeydown = "phx-window-keydown"
    package static let windowKeyup = "phx-window-keyup"
    static let windowFocus = "phx-window-focus"
    static let windowBlur = "phx-window-blur"
    static let viewportTop = "phx-viewport-top"
    static let viewportBottom = "phx-viewport-bottom"
    static let viewportOverrunTarget = "phx-viewport-overrun-target"
    static let progress = "phx-progress"
    static let autoRecover = "phx-auto-recover"

    // MARK: Life

    static let mounted = "phx-mounted"
    static let remove = "phx-remove"
    static let connected = "phx-connected"
    static let disconnected = "phx-disconnected"
    package static let hook = "phx-hook"

    // MARK: How

    static let target = "phx-target"
    static let update = "phx-update"
    static let debounce = "phx-debounce"
    static let throttle = "phx-throttle"
    static let disableWith = "phx-disable-with"
    static let dropTarget = "phx-drop-target"
    static let noUnusedField = "phx-no-unused-field"
    /// What the element tells of a field, by its name or group; before LiveView 1.0.
    static let feedbackFor = "phx-feedback-for"
    static let feedbackGroup = "phx-feedback-group"
    static let triggerAction = "phx-trigger-action"
    static let trackStatic = "phx-track-static"
    /// What the names of attributes begin with whose values go with each event of their element.
    static let valuePrefix = "phx-value-"
    /// Tells whether the element has the focus, for a patch.
    static let patchFocused = "phx-patch-focused"

    /// The binding of an event of the element itself: `phx-focus`, `phx-blur`, `phx-keydown`, `phx-keyup`.
    static func event(_ type: String) -> String { "phx-\(type)" }

    /// The attribute of a value that goes with each event of its element.
    package static func value(_ name: String) -> String { valuePrefix + name }
}
