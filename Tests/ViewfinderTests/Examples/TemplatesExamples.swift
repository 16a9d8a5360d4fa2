import Viewfinder

// The examples of the article "Templates"; a test holds the article to this file.

struct MenuView: TemplateView {
    struct Dish: Encodable, Sendable {
        let id: Int
        let name: String
        let price: Double
    }

    struct Context: LiveContext {
        var dishes = [Dish(id: 1, name: "soup", price: 3.5), Dish(id: 2, name: "bread", price: 1)]
    }

    enum Event: Decodable, Sendable {
        case order(id: Int)
    }

    static let templates = TemplateLibrary(sources: [
        "menu.html": """
        <h1>Menu</h1>
        {% if flash.info %}<p id="flash-info" phx-click="lv:clear-flash" phx-value-key="info">{{ flash.info }}</p>{% endif %}
        <ul>
        {% for dish in dishes %}
          <li id="dish-{{ dish.id }}">
            {{ dish.name|title }}, {{ "%.2f"|format(dish.price) }}
            <button phx-click="order" phx-value-id="{{ dish.id }}">Order</button>
          </li>
        {% else %}
          <li>The kitchen is closed.</li>
        {% endfor %}
        </ul>
        """
    ])
    static let template = "menu.html"

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .order(let id):
            guard let dish = socket.context.dishes.first(where: { $0.id == id }) else { return }
            socket.putFlash("info", "One \(dish.name), coming.")
        }
    }
}
