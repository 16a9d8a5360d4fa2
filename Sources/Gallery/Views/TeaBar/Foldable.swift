import Viewfinder

/// A panel that opens and closes, around whatever it is given.
struct Foldable: LiveComponent {
    struct Context: LiveContext {
        var isOpen = false
    }

    enum Event: Decodable, Sendable {
        case fold
    }

    struct Slots: ComponentSlots {
        var title: Slot<Void> = .none
        var content: Slot<Void> = .none
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .fold: socket.context.isOpen.toggle()
        }
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <section class="foldable" id="\(meta.id)">
          <button phx-click="fold" phx-target="\(meta.myself)" aria-expanded="\(context.isOpen)">\
        \(context.isOpen ? "▾" : "▸") \(meta.slots.title(else: "More"))</button>
          \(if: context.isOpen, meta.slots.content(else: #"<p class="note">nothing inside</p>"#))
        </section>
        """
    }
}
