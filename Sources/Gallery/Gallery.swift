import Viewfinder

/// The demo views; also the acceptance set of the whole house.
@main
struct Gallery: ViewfinderApp {
    var routes: [Route] {
        Route("/", "The index of this gallery") { IndexView() }
        for exhibit in Exhibit.all { exhibit.route }
    }

    var layout: RootLayout {
        RootLayout(title: "Viewfinder", styleSheet: "div > label[for] { display: inline-block; width: 10ch }")
    }
}
