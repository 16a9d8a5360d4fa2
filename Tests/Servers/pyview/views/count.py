from typing import Optional

from .page import Page


class CountView(Page):
    """Counting by clicks and keys, from a number in the address."""

    html = """
<h1>Counter</h1>
<p id="count" phx-window-keydown="key">The count is {{ count }}.</p>
<button phx-click="add" phx-value-by="-1">Decrease</button>
<button phx-click="add" phx-value-by="1">Increase</button>
<button phx-click="add" phx-value-by="10">Add ten</button>
<button phx-click="reset" {% if count == start %}disabled{% endif %}>Reset</button>
<label for="note">Note</label>
<input type="text" id="note" phx-keyup="note" phx-key="Enter">
<p id="key">{% if key %}Last key: {{ key }}{% endif %}</p>
<p id="noted">{% if note %}Noted: {{ note }}{% endif %}</p>
"""

    async def mount(self, socket, session):
        socket.live_title = "Counter"
        socket.context = {"count": 0, "start": 0, "key": "", "note": ""}

    async def handle_params(self, socket, start: Optional[int] = 0):
        socket.context["start"] = start or 0
        socket.context["count"] = start or 0

    async def handle_event(self, event, payload, socket):
        context = socket.context
        if event == "add":
            context["count"] += int(payload["by"])
        elif event == "reset":
            context["count"] = context["start"]
        elif event == "key":
            context["key"] = payload["key"]
            context["count"] += {"ArrowUp": 1, "ArrowDown": -1}.get(payload["key"], 0)
        elif event == "note":
            context["note"] = payload.get("value", "")
