import Viewfinder

/// Five hundred check boxes that everybody ticks together; each tick travels alone.
struct CheckBoxesView: LiveView {
    struct Box: Encodable, Sendable, Equatable {
        let number: Int
        var isTicked: Bool
    }

    struct Context: LiveContext {
        var boxes: [Box] = []
        var ticked = 0
    }

    enum Event: Decodable, Sendable {
        case toggle(box: Int)
        case clear
    }

    enum Info: Sendable {
        case toggled(Box)
        case cleared
    }

    static let count = 500

    /// The numbers of the ticked boxes.
    let ticked: Shared<Set<Int>>

    private static let changes = Topic<Info>("check-boxes")

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Check boxes"
        socket.subscribe(Self.changes) { $0 }
        show(ticked.value, &socket)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .toggle(let number):
            guard (1...Self.count).contains(number) else { return }
            let now = ticked.change { $0.formSymmetricDifference([number]) }
            socket.broadcast(Self.changes, .toggled(Box(number: number, isTicked: now.contains(number))))
        case .clear:
            _ = ticked.change { $0 = [] }
            socket.broadcast(Self.changes, .cleared)
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .toggled(let box):
            let was = socket.context.boxes[box.number - 1].isTicked
            socket.context.boxes[box.number - 1] = box
            socket.context.ticked += (box.isTicked ? 1 : 0) - (was ? 1 : 0)
        case .cleared: show([], &socket)
        }
    }

    private func show(_ ticked: Set<Int>, _ socket: inout Socket) {
        socket.context.boxes = (1...Self.count).map { Box(number: $0, isTicked: ticked.contains($0)) }
        socket.context.ticked = ticked.count
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Check boxes</h1>
        <p>
          \(context.ticked) of \(Self.count) are ticked.
          <button phx-click="clear" \(attribute: "disabled", if: context.ticked == 0)>Clear</button>
        </p>
        <div class="boxes">\(each(memoizing: context.boxes, by: \.number, Self.box))</div>
        """
    }

    private static func box(_ box: Box) -> Rendered {
        """
        <input type="checkbox" aria-label="Box \(box.number)" phx-click="toggle" phx-value-box="\(box.number)" \
        \(attribute: "checked", if: box.isTicked)>
        """
    }
}
