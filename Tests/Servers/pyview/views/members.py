from pyview.auth import AuthProviderFactory
from starlette.responses import RedirectResponse

from .page import Page


class LoggedIn:
    """Lets only those in who have logged in: by the cookie, in the page's request and in the socket's."""

    async def has_required_auth(self, websocket):
        return "user" in websocket.session

    def wrap(self, func):
        async def guarded(request):
            if "user" not in request.session:
                return RedirectResponse("/login", status_code=302)
            return await func(request)

        return guarded


class MembersView(Page):
    """Shows who is logged in."""

    html = """
<h1>Members</h1>
<p id="user">Logged in as {{ user }}.</p>
<p id="greeting">{{ greeting }}</p>
<button phx-click="greet">Greet</button>
<form id="logout" action="/logout" method="post"><button type="submit">Log out</button></form>
"""

    async def mount(self, socket, session):
        socket.live_title = "Members"
        socket.context = {"user": session.get("user", "nobody"), "greeting": ""}

    async def handle_event(self, event, payload, socket):
        if event == "greet":
            socket.context["greeting"] = f"Good day, {socket.context['user']}."


AuthProviderFactory.set(MembersView, LoggedIn())
