import Viewfinder

/// The demo views; also the acceptance set of the whole house.
public struct Gallery: ViewfinderApp {
    /// Makes the app with what its sessions share begun anew.
    public init() {}

    /// The index, and what stands in it.
    public var routes: [Route] {
        Route("/", "The index of this gallery") { IndexView() }
        for exhibit in Exhibit.all { for route in exhibit.routes { route } }
    }

    /// The one that tells how fast is typed.
    public var hooks: [String: () -> any ClientHook] { ["TypingMeter": { TypingMeter() }] }

    /// The gallery's style sheet.
    public var layout: RootLayout { .gallery }
}
