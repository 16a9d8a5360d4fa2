"""The document around every page."""

from html import escape

STYLE = """
body { font-family: sans-serif; max-width: 40em; margin: 1em auto }
.info { background: #dfd } .error { background: #fdd } .problem { color: #a00 }
.phx-no-feedback { display: none }
"""

# The browser's side of the hook on /hooks; elsewhere nothing asks for it.
HOOKS = """
window.Hooks = { Meter: {
  mounted() {
    this.pushEvent("measured", { width: this.el.textContent.length });
    this.handleEvent("lamp", ({ color }) => { this.el.dataset.lamp = color });
  }
} };
"""


def document(title, body, head=""):
    """A whole HTML document, live or dead."""
    return f"""<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    {title}
    <style>{STYLE}</style>
    {head}
  </head>
  <body>
    {body}
  </body>
</html>
"""


def layout(title_suffix):
    """pyview's root template: what the client needs of a live page, as pyview's own writes it."""
    suffix = escape(title_suffix)

    def template(context):
        title = escape(context["title"] or "Pages for tests")
        return document(
            f'<title data-suffix="{suffix}">{title}{suffix}</title>',
            f"""<div
      data-phx-main="true"
      data-phx-session="{context["session"]}"
      data-phx-static=""
      id="phx-{context["id"]}"
      >
      {context["content"]}
    </div>""",
            f"""<meta name="csrf-token" content="{context["csrf_token"]}" />
    <script>{HOOKS}</script>
    <script defer type="text/javascript" src="/static/assets/app.js"></script>""",
        )

    return template
