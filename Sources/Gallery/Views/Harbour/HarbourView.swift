import Viewfinder

/// A harbour's bulletin out of four template files: a layout, the page that fills it, an include and macros.
struct HarbourView: TemplateView {
    struct Tide: Encodable, Sendable {
        let time: String
        let metres: Double
    }

    struct Ship: Encodable, Sendable, Equatable {
        let name: String
        let cargo: String
        var isIn: Bool
    }

    struct Context: LiveContext {
        let harbour = "Port Inkwell"
        let tides = [
            Tide(time: "02:10", metres: 0.6), Tide(time: "08:25", metres: 3.9), Tide(time: "14:40", metres: 0.8),
            Tide(time: "20:55", metres: 3.6),
        ]
        var ships = [
            Ship(name: "Patience", cargo: "oranges", isIn: true),
            Ship(name: "Late Edition", cargo: "paper", isIn: false),
            Ship(name: "Second Wind", cargo: "", isIn: true),
        ]
    }

    enum Event: Decodable, Sendable {
        case move(ship: String)
    }

    static let templates = TemplateLibrary(nextTo: #filePath, resources: "Viewfinder_Gallery")
    static let template = "harbour.html"

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Harbour"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .move(let name):
            guard let place = socket.context.ships.firstIndex(where: { $0.name == name }) else { return }
            socket.context.ships[place].isIn.toggle()
            let ship = socket.context.ships[place]
            socket.putFlash("info", ship.isIn ? "The \(ship.name) made fast." : "The \(ship.name) sailed.")
        }
    }
}
