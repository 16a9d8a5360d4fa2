import LiveEngine
import Markup

/// The view that scenarios are tried on.
struct SettingsView: LiveView {
    struct Context: LiveContext {
        var name = ""
    }

    enum Event: Decodable, Sendable {
        case save(name: String?)
        case ping(n: Int)
        case fail
    }

    enum Info: Sendable {
        case late
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .save(let name):
            guard let name, !name.isEmpty else {
                socket.putFlash("error", "Name cannot be blank.")
                return
            }
            socket.context.name = name
            socket.clearFlash()
            socket.putFlash("info", "Saved — welcome, \(name)!")
        case .ping(let n):
            socket.putFlash("info", "Ping \(n)")
        case .fail:
            socket.scheduleOnce(.late, after: .milliseconds(500))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        socket.putFlash("late", "Half a second later")
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flash.map { key, message in
            """
            <p class="\(key)" phx-click="lv:clear-flash" phx-value-key="\(key)">\(message)</p>
            """
        })
        <h1>Settings</h1>
        <form phx-submit="save" name="settings">
          <label for="name">Name</label>
          <input id="name" type="text" name="name" value="\(context.name)">
          <label><input type="checkbox" name="news"> Newsletter</label>
          <label>Country <select name="country"><option>Japan</option><option>Peru</option></select></label>
          <button type="submit">Save</button>
        </form>
        <p id="greeting">Hello, \(context.name)</p>
        <table><tr><td>Ada</td><td><a href="/ada">Edit</a></td></tr><tr><td>Bob</td><td><a href="/bob">Edit</a></td></tr></table>
        <button phx-click="fail">Later</button>
        """
    }
}
