import Viewfinder

/// The demo views; also the acceptance set of the whole house.
@main
struct Gallery: ViewfinderApp {
    var routes: Routes {
        Route("/", "The index of this gallery") { IndexView() }
        Route("/settings", "Save a name; banners tell how it went") { SettingsView() }
        Route("/flash", "Every kind of flash message, from a template file") { FlashView() }
        Route("/counter/:start", "Count with buttons and arrow keys") { CounterView() }
        Route("/signup", "A form of many fields, checked while you type") { SignUpView() }
        Route("/clock", "A clock that ticks by a timer") { ClockView() }
    }
}
