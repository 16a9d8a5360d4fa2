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

extension LogbookView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Logbook</h1>
        \(meta.flashBanners())
        \(if: context.entries.isEmpty, "<p>All pages are blank.</p>", else: list(context.entries))
        <p>
          <button id="write" phx-click="\(Self.open("#writing"))">Write an entry</button>
          <button id="strike" phx-click="\(Self.open("#striking"))" \
        \(attribute: "disabled", if: context.entries.isEmpty)>Strike the last</button>
        </p>
        \(dialog("writing", "New entry", writing(context.nextID)))
        \(dialog("striking", "Strike the last entry?", striking))
        """
    }

    /// Shows a dialog and takes the focus into it; closing it gives the focus back to where it was.
    private static func open(_ dialog: String) -> JS {
        JS.pushFocus().show(to: .document(dialog)).focusFirst(to: .document(dialog))
    }

    private func list(_ entries: [Entry]) -> Rendered {
        "<ol>\(each(entries, by: \.id) { "<li>\($0.text)</li>" })</ol>"
    }

    private func dialog(_ id: String, _ title: String, _ content: Rendered) -> Rendered {
        let target = "#\(id)"
        return """
            <div id="\(id)" role="dialog" aria-modal="true" aria-labelledby="\(id)-title" style="display: none" \
            phx-hook="Phoenix.FocusWrap" data-close="\(JS.hide(to: .document(target)).popFocus())" \
            phx-window-keydown="\(JS.exec("data-close", to: .document(target)))" phx-key="Escape">
              <h3 id="\(id)-title" class="tight">\(title)</h3>
              \(content)
            </div>
            """
    }

    /// Each entry has a form of its own, so that what was written before is gone from the next.
    private func writing(_ number: Int) -> Rendered {
        """
        <form id="entry-\(number)" class="tight" phx-submit="\(JS.push("add").exec("data-close", to: "#writing"))">
          <p><input type="text" name="text" size="30" aria-label="Entry"></p>
          <button type="submit">Write</button>
          <button type="button" phx-click="\(JS.exec("data-close", to: "#writing"))">Cancel</button>
        </form>
        """
    }

    private var striking: Rendered {
        """
        <p>A line goes through it, and it will not be read again.</p>
        <button phx-click="\(JS.exec("data-close", to: "#striking"))">Keep it</button>
        <button phx-click="\(JS.push("strike").exec("data-close", to: "#striking"))">Strike it</button>
        """
    }
}
