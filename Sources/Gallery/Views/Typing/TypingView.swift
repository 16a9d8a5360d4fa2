import Viewfinder

/// Lines to copy against the clock. The typing is measured on the page, by a hook; the view hears of a line when it is
/// done, and answers how good that was.
struct TypingView: LiveView {
    struct Context: LiveContext {
        var place = 0
        /// In letters a minute.
        var best = 0

        var line: String { TypingView.lines[place % TypingView.lines.count] }
    }

    enum Event: Decodable, Sendable {
        case finished(speed: Int)
        case next
    }

    static let lines = ["Salt wind, slow tide.", "Nine gulls, one crust.", "Fog horn at four."]

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Typing"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .finished(let speed):
            socket.reply(["isBest": .bool(speed > socket.context.best)])
            socket.context.best = max(speed, socket.context.best)
        case .next: socket.context.place += 1
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Typing</h1>
        <p>The clock starts with your first letter.</p>
        <blockquote>\(context.line)</blockquote>
        <p>
          <label for="copy">Copy it</label>
          <input id="copy" name="copy" size="30" autocomplete="off" phx-hook="TypingMeter" data-line="\(context.line)">
        </p>
        <p><output id="speed" for="copy" phx-update="ignore">0 letters a minute</output></p>
        \(if: context.best > 0, "<p>Your best: \(context.best)</p>")
        <p><button phx-click="next">Another line</button></p>
        """
    }
}
