import Viewfinder

/// The demo views; also the acceptance set of the whole house.
@main
struct Gallery: ViewfinderApp {
    var routes: [Route] {
        Route("/", "The index of this gallery") { IndexView() }
        for exhibit in Exhibit.all { for route in exhibit.routes { route } }
    }

    var hooks: [String: () -> any ClientHook] { ["TypingMeter": { TypingMeter() }] }

    var layout: RootLayout { .gallery }
}
