import Viewfinder

/// A cup of one kind of tea, which keeps in mind how much sugar goes in.
struct TeaCup: LiveComponent {
    struct Context: LiveContext {
        var spoons = 0
    }

    enum Event: Codable, Sendable {
        case more, less, order
    }

    let tea: String
    /// Of a cup, in cents.
    let price: Int

    private static let range = 0...5

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.clearFlash()
        switch event {
        case .more: sweeten(by: 1, &socket)
        case .less: sweeten(by: -1, &socket)
        case .order:
            socket.send(
                .ordered(tea: tea, spoons: socket.context.spoons, price: price), toParent: TeaBarView.self)
            socket.context.spoons = 0
        }
    }

    private func sweeten(by spoons: Int, _ socket: inout Socket) {
        let wanted = socket.context.spoons + spoons
        if wanted > Self.range.upperBound { socket.putFlash("warning", "The spoon stands upright already.") }
        socket.context.spoons = min(max(wanted, Self.range.lowerBound), Self.range.upperBound)
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <div class="cup" id="\(meta.id)">
          <strong>\(tea)</strong>
          <button \(on: .click, Event.less, target: meta.myself) aria-label="Less sugar in \(tea)" \
        \(attribute: "disabled", if: context.spoons == Self.range.lowerBound)>−</button>
          <button \(on: .click, Event.more, target: meta.myself) aria-label="More sugar in \(tea)">+</button>
          <button \(on: .click, Event.order, target: meta.myself) aria-label="Order \(tea)">Order</button>
          \(context.spoons) <span class="wide">\(context.spoons == 1 ? "spoon" : "spoons")</span>
          \(meta.flash.map { _, message in #"<span class="problem">\#(message)</span>"# })
        </div>
        """
    }
}
