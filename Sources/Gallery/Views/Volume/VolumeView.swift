import Viewfinder

/// A loudness worked by keys and buttons, which says so when it is at an end.
struct VolumeView: LiveView {
    struct Context: LiveContext {
        var level = 30
        var isMuted = false

        /// What is heard.
        var loudness: Int { isMuted ? 0 : level }
    }

    enum Event: Decodable, Sendable {
        case louder, softer, loudest, softest, mute
    }

    private static let range = 0...100
    private static let step = 5

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Volume"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.clearFlash()
        switch event {
        case .louder: set(socket.context.level + Self.step, &socket)
        case .softer: set(socket.context.level - Self.step, &socket)
        case .loudest: set(Self.range.upperBound, &socket)
        case .softest: set(Self.range.lowerBound, &socket)
        case .mute: socket.context.isMuted.toggle()
        }
    }

    private func set(_ level: Int, _ socket: inout Socket) {
        if level > Self.range.upperBound {
            socket.putFlash("warning", "It goes to \(Self.range.upperBound), not to eleven.")
        }
        if level < Self.range.lowerBound { socket.putFlash("info", "Quieter than silence there is nothing.") }
        socket.context.level = min(max(level, Self.range.lowerBound), Self.range.upperBound)
        socket.context.isMuted = false
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Volume</h1>
        <p><meter aria-label="Loudness" min="0" max="100" value="\(context.loudness)" style="width: 36ch"></meter></p>
        <p>\(description(of: context))</p>
        <p>
          <button phx-click="softest">Off</button>
          <button phx-click="softer" aria-label="Softer">−</button>
          <button phx-click="louder" aria-label="Louder">+</button>
          <button phx-click="loudest">Full</button>
          <button phx-click="mute" aria-pressed="\(context.isMuted)">\(context.isMuted ? "Unmute" : "Mute")</button>
        </p>
        <p class="hint">
          <kbd phx-window-keydown="louder" phx-key="ArrowUp">↑</kbd> <kbd phx-window-keydown="louder" phx-key="+">+</kbd> louder,
          <kbd phx-window-keydown="softer" phx-key="ArrowDown">↓</kbd> <kbd phx-window-keydown="softer" phx-key="-">-</kbd> softer,
          <kbd phx-window-keydown="softest" phx-key="Home">home</kbd> off,
          <kbd phx-window-keydown="loudest" phx-key="End">end</kbd> full,
          <kbd phx-window-keydown="mute" phx-key="s">s</kbd> silence
        </p>
        \(meta.flashBanners())
        """
    }

    private func description(of context: Context) -> Rendered {
        switch context.loudness {
        case 0 where context.isMuted: "Muted; it was at \(context.level)."
        case 0: "Not a sound."
        case ..<35: "Good for reading."
        case ..<70: "Good for dancing."
        default: "Good for annoying the neighbours."
        }
    }
}
