import Viewfinder

/// Ends the program at the press of a key, in the way and on the kind of thread that its address names.
struct EndsView: LiveView {
    struct Context: LiveContext {
        var death = Death.trap
        var place = Place.main
    }

    enum Event: Decodable, Sendable { case end }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        guard let death = Death(rawValue: try params.value("death")),
            let place = Place(rawValue: try params.value("place"))
        else { throw UnknownEnd() }
        socket.context = Context(death: death, place: place)
    }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.place.run(socket.context.death) }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Ends</h1>
        <p phx-window-keydown="end" phx-key="e">e ends it: \(context.death.rawValue), \(context.place.rawValue)</p>
        """
    }
}

struct UnknownEnd: Error {}
