from pyview import is_connected
from pyview.events import InfoEvent

from .page import Page


class LateView(Page):
    """The page changes by itself, 300 ms after the join."""

    html = """
<h1>Late</h1>
<p id="state">{{ state }}</p>
<button phx-click="again">Again</button>
"""

    async def mount(self, socket, session):
        socket.live_title = "Late"
        self.turn = 0
        self.wait(socket)

    def wait(self, socket):
        socket.context = {"state": "Waiting …"}
        if is_connected(socket):
            socket.schedule_info_once(InfoEvent("late"), 0.3)

    async def handle_event(self, event, payload, socket):
        if event == "again":
            self.wait(socket)

    async def handle_info(self, event, socket):
        self.turn += 1
        socket.context["state"] = f"Here it is, turn {self.turn}."
