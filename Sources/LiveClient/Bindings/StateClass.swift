/// The classes with which the client shows what it waits for.
enum StateClass {
    // MARK: Of a view's container

    static let loading = "phx-loading"
    static let connected = "phx-connected"
    static let error = "phx-error"
    static let serverError = "phx-server-error"
    static let clientError = "phx-client-error"

    /// Hides what tells of a field that nobody has used, before LiveView 1.0.
    static let noFeedback = "phx-no-feedback"

    static let connection = [loading, connected, error, serverError, clientError]

    // MARK: Of what waits for the answer to a push

    static let clickLoading = "phx-click-loading"
    static let changeLoading = "phx-change-loading"
    static let submitLoading = "phx-submit-loading"

    /// The classes that go with the answer; those of other types of events stay until the view says anew what the element
    /// is.
    static let pending = ["click", "change", "submit", "keydown", "keyup", "blur", "focus", "hook"].map(loading(of:))

    /// The class of what waits for the answer to an event.
    static func loading(of type: String) -> String { type == "click" ? clickLoading : "phx-\(type)-loading" }

    /// Whether a class goes with the answer to a push.
    static func isPending(_ name: Substring) -> Bool {
        pending.contains { $0 == name }
    }
}
