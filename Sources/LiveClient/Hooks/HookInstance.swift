/// A hook that lives on one element.
struct HookInstance {
    var name: String
    var hook: any ClientHook
    /// Whether it was told that the connection is lost, and not yet that it is back.
    var isDisconnected = false
}
