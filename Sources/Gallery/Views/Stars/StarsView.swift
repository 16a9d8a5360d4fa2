import Viewfinder

/// A search that answers while one types, once the typing has paused.
struct StarsView: LiveView {
    struct Context: LiveContext {
        var text = ""
        var found: [Star] = []
        var searches = 0
    }

    enum Event: Decodable, Sendable {
        case search(q: String)
    }

    private static let rows = 10

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Stars"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .search(let text):
            socket.context.text = text
            socket.context.found = text.isEmpty ? [] : Star.search(text)
            socket.context.searches += 1
            socket.title = text.isEmpty ? "Stars" : "\(text) · Stars"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Stars</h1>
        <form id="search" class="tight" phx-change="search" phx-submit="search">
          <label for="q">Name or constellation</label>
          <input type="search" id="q" name="q" value="\(context.text)" autocomplete="off" phx-debounce="300" phx-mounted="\(JS.focus())">
        </form>
        \(result(context))
        <p class="hint">\(context.searches) \(context.searches == 1 ? "search" : "searches"); one begins 0.3 s after the last letter.</p>
        """
    }

    private func result(_ context: Context) -> Rendered {
        if context.text.isEmpty { return "<p>Try “or”, “leo” or “pol”.</p>" }
        if context.found.isEmpty { return "<p>No star begins with “\(context.text)”.</p>" }
        let rest = context.found.count - Self.rows
        return """
            <table>
              <thead><tr><th>star</th><th>constellation</th><th class="right">light years</th></tr></thead>
              <tbody>\(each(context.found.prefix(Self.rows), by: \.name, row))</tbody>
            </table>
            \(if: rest > 0, #"<p class="note">and \#(rest) farther away</p>"#)
            """
    }

    private func row(_ star: Star) -> Rendered {
        #"<tr><td>\#(star.name)</td><td>\#(star.constellation)</td><td class="right">\#(star.distance)</td></tr>"#
    }
}

/// A star that can be seen without a telescope.
struct Star: Encodable, Sendable, Equatable {
    let name: String
    let constellation: String
    /// In light years.
    let distance: Int

    private init(_ name: String, _ constellation: String, _ distance: Int) {
        self.name = name
        self.constellation = constellation
        self.distance = distance
    }

    static let all = [
        Star("Achernar", "Eridanus", 139), Star("Acrux", "Crux", 321), Star("Aldebaran", "Taurus", 65),
        Star("Algol", "Perseus", 90), Star("Alnilam", "Orion", 1976), Star("Alphard", "Hydra", 177),
        Star("Altair", "Aquila", 17), Star("Antares", "Scorpius", 554), Star("Arcturus", "Boötes", 37),
        Star("Bellatrix", "Orion", 252), Star("Betelgeuse", "Orion", 548), Star("Canopus", "Carina", 309),
        Star("Capella", "Auriga", 43), Star("Castor", "Gemini", 51), Star("Deneb", "Cygnus", 2615),
        Star("Denebola", "Leo", 36), Star("Fomalhaut", "Piscis Austrinus", 25), Star("Hadar", "Centaurus", 392),
        Star("Mimosa", "Crux", 278), Star("Mintaka", "Orion", 1200), Star("Mira", "Cetus", 300),
        Star("Mizar", "Ursa Major", 83), Star("Polaris", "Ursa Minor", 433), Star("Pollux", "Gemini", 34),
        Star("Procyon", "Canis Minor", 11), Star("Regulus", "Leo", 79), Star("Rigel", "Orion", 863),
        Star("Saiph", "Orion", 650), Star("Shaula", "Scorpius", 570), Star("Sirius", "Canis Major", 9),
        Star("Spica", "Virgo", 250), Star("Thuban", "Draco", 303), Star("Vega", "Lyra", 25),
    ]

    /// The stars whose name or constellation begins a word with a text, the nearest first.
    static func search(_ text: String) -> [Star] {
        let text = text.lowercased()
        return all.filter { star in
            "\(star.name) \(star.constellation)".lowercased().split(separator: " ").contains { $0.hasPrefix(text) }
        }.sorted { $0.distance < $1.distance }
    }
}
