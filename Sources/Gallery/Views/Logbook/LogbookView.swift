import Viewfinder

/// A logbook with two dialogs, which open and close without the server and keep the focus while they are open.
struct LogbookView: LiveView {
    struct Entry: Encodable, Sendable, Equatable {
        let id: Int
        let text: String
    }

    struct Context: LiveContext {
        var entries = [
            Entry(id: 1, text: "Wind from the west, two herons."),
            Entry(id: 2, text: "Fog. Counted the fence posts twice."),
        ]
        var nextID = 3
    }

    enum Event: Decodable, Sendable {
        case add(text: String)
        case strike
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Logbook"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.clearFlash()
        switch event {
        case .add(let text):
            guard !text.isEmpty else {
                socket.putFlash("error", "There was nothing to write down.")
                return
            }
            socket.context.entries.append(Entry(id: socket.context.nextID, text: text))
            socket.context.nextID += 1
            socket.putFlash("success", "Written down.")
        case .strike:
            guard let entry = socket.context.entries.popLast() else { return }
            socket.putFlash("info", "Struck: \(entry.text)")
        }
    }
}
