import Viewfinder

/// A bar of components: cups with a state of their own that tell the view of orders, and panels that are given content.
struct TeaBarView: LiveView {
    struct Context: LiveContext {
        var orders: [Order] = []
    }

    enum Event: Decodable, Sendable {
        case pay
    }

    enum Info: Sendable {
        case ordered(tea: String, spoons: Int, price: Int)
    }

    private static let teas: [(name: String, price: Int)] = [("Assam", 240), ("Jasmine", 310), ("Rooibos", 265)]

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Tea bar"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .pay:
            socket.putFlash("success", "\(Self.money(total(socket.context))), thank you. Mind the step.")
            socket.context.orders = []
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .ordered(let tea, let spoons, let price):
            socket.clearFlash()
            let number = socket.context.orders.count + 1
            socket.context.orders.append(Order(number: number, tea: tea, spoons: spoons, price: price))
        }
    }

    private func total(_ context: Context) -> Int { context.orders.reduce(0) { $0 + $1.price } }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Tea bar</h1>
        \(each(Self.teas, by: { $0.name }) { tea in "\(component(TeaCup(tea: tea.name, price: tea.price), id: tea.name))" })
        \(component(Foldable(), id: "bill", slots: .init(
            title: "Bill: \(Self.money(total(context)))", content: context.orders.isEmpty ? .none : bill(context.orders))))
        \(component(Foldable(), id: "house", slots: .init(
            title: "House rules", content: "<p class=\"tight\">Milk last. No phones. The cat has the window seat.</p>")))
        \(meta.flashBanners())
        """
    }

    private func bill(_ orders: [Order]) -> Slot<Void> {
        """
        <table class="tight">\(each(orders, by: \.number, Self.line))</table>
        <button phx-click="pay">Pay</button>
        """
    }

    // A component without a state is a function that gives markup.
    private static func line(_ order: Order) -> Rendered {
        """
        <tr>
          <td>\(order.tea)</td><td class="note">\(order.spoons) sugar</td>
          <td class="right">\(money(order.price))</td>
        </tr>
        """
    }

    private static func money(_ cents: Int) -> String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}

/// A cup that somebody wants.
struct Order: Encodable, Sendable, Equatable {
    let number: Int
    let tea: String
    let spoons: Int
    /// In cents.
    let price: Int
}
