/// What the routes of one group have in common.
final class GroupRules: Sendable {
    let name: String
    /// The document around the views; none for the app's.
    let layout: RootLayout?
    let hooks: [any MountHook]

    init(name: String, layout: RootLayout? = nil, hooks: [any MountHook] = []) {
        self.name = name
        self.layout = layout
        self.hooks = hooks
    }

    /// Of the routes outside of all groups.
    static let standard = GroupRules(name: "default")
}
