"""What is no live view: texts, redirects, and the form that one logs in with."""

from html import escape
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route

from layout import document

PASSWORD = "lantern"


async def plain(request):
    return PlainTextResponse("Low water at noon.\nHigh water at six – mind the gulls & <terns>.\n")


async def moved(request):
    return RedirectResponse("/settings", status_code=request.path_params.get("status", 302))


async def loop(request):
    """Redirects for ever, each time to an address of its own."""
    turn = int(request.query_params.get("turn", "0"))
    return RedirectResponse(f"/loop?turn={turn + 1}", status_code=302)


async def login(request):
    if request.method == "POST":
        fields = parse_qs((await request.body()).decode())
        name = fields.get("name", [""])[0]
        if name and fields.get("password", [""])[0] == PASSWORD:
            request.session["user"] = name
            return RedirectResponse("/members", status_code=303)
        return form(name, '<p class="error" role="alert">Wrong name or password.</p>', status=422)
    return form()


async def logout(request):
    request.session.clear()
    return RedirectResponse("/login", status_code=303)


def form(name="", message="", status=200):
    page = document(
        "<title>Log in</title>",
        f"""<h1>Log in</h1>
    {message}
    <form id="login" action="/login" method="post">
      <label for="name">Name</label>
      <input type="text" id="name" name="name" value="{escape(name)}">
      <label for="password">Password</label>
      <input type="password" id="password" name="password">
      <button type="submit">Log in</button>
    </form>""",
    )
    return HTMLResponse(page, status_code=status)


routes = [
    Route("/plain", plain),
    Route("/moved", moved, methods=["GET", "POST"]),
    Route("/moved/{status:int}", moved, methods=["GET", "POST"]),
    Route("/loop", loop),
    Route("/login", login, methods=["GET", "POST"]),
    Route("/logout", logout, methods=["POST"]),
]
