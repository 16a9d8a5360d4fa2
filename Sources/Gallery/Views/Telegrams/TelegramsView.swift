import Viewfinder

/// A telegraph office whose strip of telegrams only the page holds: the server sends what comes and goes, and forgets it.
struct TelegramsView: LiveView {
    struct Context: LiveContext {
        var strip = LiveStream<Telegram>("telegrams")
        /// The number of the last telegram.
        var last = 0
    }

    enum Event: Decodable, Sendable {
        case receive, urgent, file, again
        case deliver(id: Int)
        case burn(id: Int)
    }

    /// How many telegrams the strip holds.
    private static let length = 6

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Telegrams"
        receive(3, &socket)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .receive: receive(1, &socket)
        case .urgent:
            socket.context.last += 1
            socket.context.strip.insert(Telegram(id: socket.context.last), at: 0, limit: Self.length)
        case .deliver(let id): socket.context.strip.update(Telegram(id: id, isDelivered: true))
        case .burn(let id): socket.context.strip.delete(Telegram(id: id))
        case .file: socket.context.strip.reset()
        case .again:
            let first = max(1, socket.context.last - Self.length + 1)
            socket.context.strip.reset(to: (first...socket.context.last).map { Telegram(id: $0) })
        }
    }

    /// Telegrams come in at the end of the strip; when it is full, the oldest fall off.
    private func receive(_ count: Int, _ socket: inout Socket) {
        for _ in 0..<count {
            socket.context.last += 1
            socket.context.strip.insert(Telegram(id: socket.context.last), limit: -Self.length)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Telegraph office</h1>
        <div class="strip">
          <div id="strip" phx-update="stream">\(stream(context.strip, row))</div>
          <p class="note">The wire is silent.</p>
        </div>
        <p>
          <button phx-click="receive" phx-window-keydown="receive" phx-key="t">Telegram</button>
          <button phx-click="urgent" phx-window-keydown="urgent" phx-key="u">Urgent</button>
          <button phx-click="file">File all</button>
          <button phx-click="again">Read again</button>
        </p>
        <p class="hint">\(context.last) came so far; the strip holds \(Self.length). The server remembers the number only.<br>
          <kbd>t</kbd> a telegram comes, <kbd>u</kbd> an urgent one</p>
        """
    }

    private func row(_ id: String, _ telegram: Telegram) -> Rendered {
        """
        <div id="\(id)" class="telegram">
          <b>\(telegram.sender)</b>
          <span>\(telegram.text)</span>
          \(if: telegram.isDelivered, "<i>delivered</i>", else: deliverButton(telegram))
          <button phx-click="burn" phx-value-id="\(telegram.id)" aria-label="Burn telegram \(telegram.id)">×</button>
        </div>
        """
    }

    private func deliverButton(_ telegram: Telegram) -> Rendered {
        """
        <button phx-click="deliver" phx-value-id="\(telegram.id)" aria-label="Deliver telegram \(telegram.id)">Deliver</button>
        """
    }
}

/// A telegram as it comes over the wire; the same number is always the same telegram.
struct Telegram: Encodable, Sendable, Identifiable {
    let id: Int
    var isDelivered = false

    var sender: String { Self.one(of: Self.senders, by: id) }
    var text: String { Self.one(of: Self.texts, by: id) }

    /// Any number will do: a page may ask for what never came.
    private static func one(of choices: [String], by id: Int) -> String {
        choices[Int(id.magnitude % UInt(choices.count))]
    }

    private static let senders = ["Aunt Odile", "Weather ship", "The Consul", "Bruno", "Lighthouse 9"]

    private static let texts = [
        "ARRIVE TUESDAY STOP BRING LADDER", "GALE FROM NORTH STOP GULLS UNEASY", "SEND BLOTTING PAPER STOP",
        "PIANO AFLOAT STOP ALL WELL", "LAMP OUT STOP SINGING LOUDLY INSTEAD",
        "CAKE SURVIVED STOP CANDLES DID NOT",
        "WRONG SUITCASE STOP WHOSE ARE THE BEES",
    ]
}
