import Viewfinder

/// The lamp that one carries from shelf to shelf: it stands in the cellar's layout, and burns on while pages change.
struct LampView: LiveView {
    struct Context: LiveContext {
        var oil = LampView.full
    }

    enum Event: Decodable, Sendable {
        case fill
    }

    enum Info: Sendable {
        case second
    }

    /// For how many seconds a full lamp burns.
    private static let full = 60

    func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.second, every: .seconds(1)) }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.oil = Self.full }

    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.oil = max(socket.context.oil - 1, 0) }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p class="tight">Lamp <meter aria-label="Oil" min="0" max="60" low="15" value="\(context.oil)" \
        style="width: 20ch"></meter> \(context.oil == 0 ? "is out." : "burns for \(context.oil) s.") \
        <button phx-click="fill">Fill</button></p>
        """
    }
}
