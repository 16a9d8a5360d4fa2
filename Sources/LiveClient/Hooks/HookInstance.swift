/// A hook that lives on one element.
struct HookInstance {
    var name: String
    var hook: any ClientHook
}
