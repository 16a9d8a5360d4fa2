from .page import Page


class HooksView(Page):
    """An element with a hook, events to it, and commands that need no server."""

    html = """
<h1>Hooks</h1>
<p id="meter" phx-hook="Meter" phx-update="ignore">Measure me</p>
<p id="width">{% if width %}The meter says {{ width }}.{% endif %}</p>
<button phx-click="lamp" phx-value-color="red">Red lamp</button>
<button phx-click="lamp" phx-value-color="green">Green lamp</button>
<p id="lamps">{{ lamps }} lamps lit.</p>
<button phx-click="{{ js | js.show("#note") }}">Show</button>
<button phx-click="{{ js | js.hide("#note") }}">Hide</button>
<button phx-click="{{ js | js.toggle("#note") }}">Toggle</button>
<button phx-click="{{ js | js.hide("#note") | js.push("pushed", {"from": "chain"}) }}">Hide and tell</button>
<button phx-click="{{ js | js.toggle_class("#note", "info") | js.focus("#field") }}">Mark and focus</button>
<p id="note">A note to be hidden.</p>
<label for="field">Field</label>
<input type="text" id="field" name="field">
<p id="told">{% if told %}Told from {{ told }}.{% endif %}</p>
"""

    async def mount(self, socket, session):
        socket.live_title = "Hooks"
        socket.context = {"width": "", "lamps": 0, "told": ""}

    async def handle_event(self, event, payload, socket):
        if event == "measured":
            socket.context["width"] = payload["width"]
        elif event == "lamp":
            socket.context["lamps"] += 1
            await socket.push_event("lamp", {"color": payload["color"], "number": socket.context["lamps"]})
        elif event == "pushed":
            socket.context["told"] = payload["from"]
