import Viewfinder

// The examples of the article "Flash"; a test holds the article to this file.

struct LetterView: LiveView {
    struct Receipt: Codable, Sendable {
        var number: Int
        var street: String
    }

    typealias Context = NoContext

    enum Event: Decodable, Sendable {
        case send(text: String?)
        case done
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .send(let text):
            guard let text, !text.isEmpty else {
                return socket.putFlash("error", "An empty letter goes nowhere.")
            }
            socket.clearFlash("error")
            socket.putFlash("receipt", Receipt(number: text.count, street: "Main Street"))
        case .done:
            socket.putFlash("info", "Come again.")
            socket.pushNavigate(to: "/")
        }
    }

    func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        """
        <h1>Letters</h1>
        \(meta.flash["error"].map { banner("error", "\($0)") })
        \(try meta.flash.decode(Receipt.self, "receipt").map { receipt in
            banner("receipt", "Letter \(receipt.number) goes to \(receipt.street).")
        })
        <form id="letter" phx-submit="send">
          <textarea name="text" aria-label="Letter"></textarea>
          <button type="submit">Send</button>
        </form>
        """
    }

    private func banner(_ key: String, _ content: Rendered) -> Rendered {
        """
        <div id="flash-\(key)" role="alert" class="\(key)">
          \(content)
          <button phx-click="\(dismiss(key))" aria-label="close">×</button>
        </div>
        """
    }

    private func dismiss(_ key: String) -> JS {
        JS.push("lv:clear-flash", value: ["key": .string(key)]).hide(to: .closest("[role=alert]"))
    }
}
