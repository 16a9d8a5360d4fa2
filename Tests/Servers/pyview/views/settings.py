from .page import BANNERS, Page


class SettingsView(Page):
    """A form with feedback by flash messages, both for success and for errors."""

    html = f"<h1>Settings</h1>{BANNERS}" + """
<form id="settings" phx-submit="save">
  <label for="name">Name</label>
  <input type="text" id="name" name="name" value="{{ name }}">
  <button type="submit">Save</button>
</form>
"""

    async def mount(self, socket, session):
        socket.live_title = "Settings"
        socket.context = {"name": ""}

    async def handle_event(self, event, payload, socket):
        if event == "save":
            # A blank field never arrives: pyview drops it when it reads the form.
            name = payload.get("name", [""])[0]
            if not name:
                socket.put_flash("error", "Name cannot be blank.")
                return
            socket.context["name"] = name
            socket.clear_flash()
            socket.put_flash("info", f"Saved — welcome, {name}!")
