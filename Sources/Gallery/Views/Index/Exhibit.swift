/// One line of the index.
struct Exhibit {
    let name: String
    let path: String
    let about: String

    static let all = [
        Exhibit(name: "Settings", path: "/settings", about: "Save a name; banners tell how it went."),
        Exhibit(name: "Flash", path: "/flash", about: "Every kind of flash message, from a template file."),
        Exhibit(name: "Counter", path: "/counter/5", about: "Count with buttons and arrow keys."),
        Exhibit(name: "Sign up", path: "/signup", about: "A form of many fields, checked while you type."),
        Exhibit(name: "Clock", path: "/clock", about: "A clock that ticks by a timer."),
    ]
}
