import Viewfinder

/// What a page does by itself: commands that need no answer of the server, and one chain that asks for one.
struct CommandsView: LiveView {
    struct Context: LiveContext {
        var pushes = 0
    }

    enum Event: Decodable, Sendable {
        case packed
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Client commands"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .packed: socket.context.pushes += 1
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Client commands</h1>
        <table class="commands">
          \(row("show, hide", visibility))
          \(row("toggle", toggling))
          \(row("classes", classes))
          \(row("attributes", attributes))
          \(row("dispatch", dispatching))
          \(row("focus", focus))
          \(row("chain", chain(context.pushes)))
        </table>
        """
    }

    private func row(_ name: String, _ content: Rendered) -> Rendered {
        #"<tr><th>\#(name)</th><td>\#(content)</td></tr>"#
    }

    private var visibility: Rendered {
        """
        <button phx-click="\(JS.show(to: "#moon", display: "inline"))">Rise</button>
        <button phx-click="\(JS.hide(to: "#moon"))">Set</button>
        <span id="moon" style="display: none">The moon is up.</span>
        """
    }

    /// For half a second the curtain is neither open nor closed.
    private var toggling: Rendered {
        let curtain = JS.toggle(to: "#stage", display: "inline", in: "moving", out: "moving", time: 500)
        return """
            <button phx-click="\(curtain)">Curtain</button>
            <span id="stage">A stage with a chair.</span>
            """
    }

    private var classes: Rendered {
        """
        <button phx-click="\(JS.addClass("lit", to: "#lamp"))">On</button>
        <button phx-click="\(JS.removeClass("lit", to: "#lamp"))">Off</button>
        <button phx-click="\(JS.toggleClass("lit", to: "#lamp"))">Switch</button>
        <span id="lamp">lamp</span>
        """
    }

    private var attributes: Rendered {
        """
        <button phx-click="\(JS.toggleAttribute("disabled", "disabled", to: "#door"))">Lock</button>
        <button id="door" phx-click="\(JS.toggleAttribute("aria-pressed", "true", "false"))" aria-pressed="false">Door</button>
        """
    }

    private var dispatching: Rendered {
        """
        <button phx-click="\(JS.dispatch("click", to: "#bell"))">Pull the string</button>
        <button id="bell" phx-click="\(JS.toggle(to: "#ding", display: "inline"))">Bell</button>
        <span id="ding" style="display: none">Ding!</span>
        """
    }

    /// The server leaves the field alone, or its next update would empty it as soon as it has lost the focus.
    private var focus: Rendered {
        """
        <button phx-click="\(JS.pushFocus().focus(to: "#note"))">To the field</button>
        <span id="kept" phx-update="ignore"><input type="text" id="note" size="12" aria-label="Note"></span>
        <button phx-click="\(JS.popFocus())">Back again</button>
        """
    }

    private func chain(_ pushes: Int) -> Rendered {
        let pack = JS.hide(to: "#picnic").push("packed").addClass("lit", to: "#basket")
        let unpack = JS.show(to: "#picnic", display: "inline").removeClass("lit", to: "#basket")
        return """
            <button phx-click="\(pack)">Pack</button>
            <button phx-click="\(unpack)">Unpack</button>
            <span id="basket">basket</span> <span id="picnic">two apples</span>
            <p class="note">The server knows of \(pushes) \(pushes == 1 ? "picnic" : "picnics").</p>
            """
    }
}
