from .page import Page


class IndexView(Page):
    html = """
<h1>Pages for tests</h1>
<ul>
  {% for path in paths %}<li><a href="{{ path }}" data-phx-link="redirect" data-phx-link-state="push">{{ path }}</a></li>{% endfor %}
</ul>
<p><a href="/login">Log in</a></p>
"""

    async def mount(self, socket, session):
        socket.live_title = "Pages for tests"
        socket.context = {
            "paths": [
                "/settings", "/count", "/signup", "/stream", "/pages", "/upload", "/room", "/hooks", "/crash", "/late",
            ]
        }
