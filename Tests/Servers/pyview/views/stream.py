from pyview.stream import Stream

from .page import Page


class StreamView(Page):
    """A list that only the client holds."""

    html = """
<h1>Stream</h1>
<button phx-click="append">Append</button>
<button phx-click="prepend">Prepend</button>
<button phx-click="middle">Insert second</button>
<button phx-click="rename">Rename boat 1</button>
<button phx-click="many">Add three</button>
<button phx-click="limit">Append, keep three</button>
<button phx-click="reset">Start again</button>
<button phx-click="clear">Clear</button>
<ul id="boats" phx-update="stream">
  {% for dom_id, boat in boats %}<li id="{{ dom_id }}"><span>{{ boat.name }}</span> <button phx-click="delete" phx-value-id="{{ dom_id }}" aria-label="Sink {{ boat.name }}">×</button></li>{% endfor %}
</ul>
<p id="made">{{ made }} boats were made.</p>
"""

    async def mount(self, socket, session):
        socket.live_title = "Stream"
        socket.context = {"made": 0}
        socket.context["boats"] = Stream([self.boat(socket) for _ in range(3)], name="boats")

    def boat(self, socket):
        socket.context["made"] += 1
        return {"id": socket.context["made"], "name": f"Boat {socket.context['made']}"}

    async def handle_event(self, event, payload, socket):
        boats = socket.context["boats"]
        match event:
            case "append":
                boats.insert(self.boat(socket))
            case "prepend":
                boats.insert(self.boat(socket), at=0)
            case "middle":
                boats.insert(self.boat(socket), at=1)
            case "rename":
                boats.insert({"id": 1, "name": "Boat 1, repainted"})
            case "many":
                boats.insert_many([self.boat(socket) for _ in range(3)])
            case "limit":
                # Below zero the last ones are kept, as the client reads it.
                boats.insert(self.boat(socket), limit=-3)
            case "delete":
                boats.delete_by_id(payload["id"])
            case "reset":
                socket.context["made"] = 0
                boats.reset([self.boat(socket) for _ in range(3)])
            case "clear":
                boats.reset()
