import Viewfinder

/// Who has the key of the cellar: what the hook at its door assigns for the views behind it.
enum CellarKeeper: AssignKey {
    static let defaultValue = "nobody"
}

/// Lets into the cellar whoever has the key, or comes with a session that says so, and sends all others to the door.
struct RequireKey: MountHook {
    let keeper: Shared<String?>

    func onMount(_ params: Params, _ socket: inout HookSocket) {
        guard let name = socket.session["keeper"]?.string ?? keeper.value else {
            socket.putFlash("warning", "The cellar is locked. Say who you are, and the word.")
            socket.replaceNavigate(to: "/cellar/door")
            return
        }
        socket.assigns[CellarKeeper.self] = name
    }
}

extension RootLayout {
    /// The gallery's, with a lamp that burns on from page to page.
    static let cellar = RootLayout(
        title: "Viewfinder", styleSheet: GalleryStyleSheet.text,
        stickyViews: [liveView(LampView(), id: "lamp", container: ViewContainer("footer", ["class": "lamp"]))])
}
