from dataclasses import dataclass, field
from itertools import count

from pyview import is_connected

from .page import Page


@dataclass
class Room:
    """Who is in a room and what was said there; empty again when the last one left."""

    people: dict = field(default_factory=dict)
    said: list = field(default_factory=list)

    def enter(self, who):
        taken = set(self.people.values())
        number = next(n for n in count(1) if n not in taken)
        self.people[who] = number
        return number

    def leave(self, who):
        number = self.people.pop(who, None)
        if not self.people:
            self.said.clear()
        return number


ROOMS: dict[str, Room] = {}


class RoomView(Page):
    """Windows see one another come, speak and go."""

    html = """
<h1>Room {{ name }}</h1>
<p id="you">{% if me %}You are guest {{ me }}.{% endif %}</p>
<p id="here">Here: {{ here }}</p>
<ul id="said">{% for line in said %}<li>{{ line }}</li>{% endfor %}</ul>
<form id="say" phx-submit="say">
  <label for="text">Message</label>
  <input type="text" id="text" name="text" value="">
  <button type="submit">Say</button>
</form>
"""

    async def handle_params(self, socket, name: str = "hall"):
        socket.live_title = f"Room {name}"
        self.room = ROOMS.setdefault(name, Room())
        self.topic = f"room:{name}"
        socket.context = {"name": name, "me": self.room.people.get(self, ""), "here": "", "said": []}
        if is_connected(socket) and self not in self.room.people:
            await socket.subscribe(self.topic)
            self.me = socket.context["me"] = self.room.enter(self)
            self.room.said.append(f"Guest {self.me} came in.")
            await self.tell(socket)
        self.look(socket)

    def look(self, socket):
        socket.context["here"] = ", ".join(f"guest {number}" for number in sorted(self.room.people.values())) or "nobody"
        socket.context["said"] = list(self.room.said[-10:])

    async def tell(self, socket):
        await socket.broadcast(self.topic, "changed")

    async def handle_info(self, event, socket):
        self.look(socket)

    async def handle_event(self, event, payload, socket):
        if event == "say" and "text" in payload:
            self.room.said.append(f"Guest {self.me}: {payload['text'][0]}")
            self.look(socket)
            await self.tell(socket)

    async def disconnect(self, socket):
        number = self.room.leave(self)
        if number is not None and self.room.people:
            self.room.said.append(f"Guest {number} left.")
            await self.tell(socket)
