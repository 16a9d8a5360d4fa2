from typing import Optional

from pyview import is_connected
from pyview.events import InfoEvent

from .page import Page


class CrashView(Page):
    """Fails where it is told to: in a handler, in a message, at the first render or at the join."""

    html = """
<h1>Crash</h1>
<p id="steps">{{ steps }} steps since the mount.</p>
<button phx-click="step">Step</button>
<button phx-click="crash">Crash</button>
<button phx-click="message">Crash in a message</button>
"""

    async def mount(self, socket, session):
        socket.live_title = "Crash"
        socket.context = {"steps": 0}

    async def handle_params(self, socket, at: Optional[str] = ""):
        if at == "render" or (at == "join" and is_connected(socket)):
            raise RuntimeError(f"asked to fail at the {at}")

    async def handle_event(self, event, payload, socket):
        if event == "step":
            socket.context["steps"] += 1
        elif event == "crash":
            raise RuntimeError("asked to fail in a handler")
        elif event == "message":
            socket.schedule_info_once(InfoEvent("crash"))

    async def handle_info(self, event, socket):
        raise RuntimeError("asked to fail in a message")
