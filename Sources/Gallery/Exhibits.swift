import Viewfinder

extension Exhibit {
    /// All views of the gallery but the index itself.
    static let all = [
        Exhibit(
            .messages, "Settings",
            Route("/settings", "Save a name; banners tell how it went") { SettingsView() }),
        Exhibit(
            .messages, "Flash",
            Route("/flash", "Every kind of flash message, from a template file") { FlashView() }),
        Exhibit(
            .forms, "Sign up",
            Route("/signup", "A form of many fields, checked while you type") { SignUpView() }),
        Exhibit(
            .events, "Counter", link: "/counter/5",
            Route("/counter/:start", "Count with buttons and arrow keys") { CounterView() }),
        Exhibit(
            .time, "Clock",
            Route("/clock", "A clock that ticks by a timer") { ClockView() }),
    ]
}
