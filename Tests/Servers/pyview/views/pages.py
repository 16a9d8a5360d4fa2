from typing import Optional

from .page import Page

PAGES = {1: "Harbour", 2: "Lighthouse", 3: "Boatyard"}


class PagesView(Page):
    """A list whose order is in its address; its links lead to another view."""

    html = """
<h1>Pages</h1>
<p>
  <a href="/pages?sort=name" data-phx-link="patch" data-phx-link-state="push">By name</a>
  <a href="/pages?sort=number" data-phx-link="patch" data-phx-link-state="replace">By number</a>
  <button phx-click="reversed">Reversed</button>
</p>
<ol>
  {% for page in pages %}<li><a href="/pages/{{ page.0 }}" data-phx-link="redirect" data-phx-link-state="push">{{ page.1 }}</a></li>{% endfor %}
</ol>
<p id="order">Sorted by {{ sort }}{{ order }}.</p>
<button phx-click="surprise">Surprise me</button>
<p><a href="/settings">Settings, by a plain link</a></p>
"""

    async def mount(self, socket, session):
        socket.context = {"sort": "number", "order": "", "pages": []}

    async def handle_params(self, socket, sort: Optional[str] = "number", order: Optional[str] = ""):
        reverse = order == "reversed"
        key = (lambda page: page[1]) if sort == "name" else (lambda page: page[0])
        socket.live_title = f"Pages by {sort}"
        socket.context = {
            "sort": sort,
            "order": ", reversed" if reverse else "",
            "pages": sorted(PAGES.items(), key=key, reverse=reverse),
        }

    async def handle_event(self, event, payload, socket):
        if event == "reversed":
            await socket.push_patch("/pages", {"sort": socket.context["sort"], "order": "reversed"})
        elif event == "surprise":
            await socket.push_navigate("/pages/2", {"tab": "map"})


class PageView(Page):
    """One page, its number in the path and its tab in the query."""

    html = """
<h1>{{ name }}</h1>
<p>
  <a href="/pages/{{ n }}?tab=text" data-phx-link="patch" data-phx-link-state="push">Text</a>
  <a href="/pages/{{ n }}?tab=map" data-phx-link="patch" data-phx-link-state="push">Map</a>
</p>
<p id="tab">Page {{ n }}, {{ tab }}. Mounted once, {{ turns }} turns since.</p>
<button phx-click="next">Next page</button>
<button phx-click="list">List</button>
<button phx-click="instead">List instead</button>
<button phx-click="away">Settings</button>
"""

    async def mount(self, socket, session):
        socket.context = {"n": 0, "name": "", "tab": "", "turns": -1}

    async def handle_params(self, socket, n: int, tab: Optional[str] = "text"):
        name = PAGES.get(n, "Nowhere")
        socket.live_title = name
        socket.context |= {"n": n, "name": name, "tab": tab, "turns": socket.context["turns"] + 1}

    async def handle_event(self, event, payload, socket):
        if event == "next":
            await socket.push_patch(f"/pages/{socket.context['n'] % len(PAGES) + 1}", {"tab": socket.context["tab"]})
        elif event == "list":
            await socket.push_navigate("/pages")
        elif event == "instead":
            await socket.replace_navigate("/pages", {"sort": "name"})
        elif event == "away":
            await socket.redirect("/settings")
