from hashlib import sha256

from pyview.uploads import UploadConstraints

from .page import BANNERS, Page

LIMIT = 200_000
ACCEPTED = [".txt", ".md", ".csv", ".png"]


class UploadView(Page):
    """Files are chosen, sent in chunks, and answered with what arrived."""

    html = f"<h1>Upload</h1>{BANNERS}" + """
<form id="upload" phx-change="check" phx-submit="save">
  <label for="{{ papers.ref }}">Papers</label>
  {{ papers | live_file_input }}
  <p>At most 3 files of 200 kB.</p>
  {% for problem in papers.errors %}<p class="problem">{{ problem.message }}</p>{% endfor %}
  <ul id="chosen">
    {% for entry in papers.entries %}<li>{{ entry.name }}: {{ entry.progress }} %
      {% for problem in entry.errors %}<span class="problem">{{ problem.message }}</span>{% endfor %}
      <button type="button" phx-click="cancel" phx-value-ref="{{ entry.ref }}" aria-label="Take back {{ entry.name }}">×</button></li>{% endfor %}
  </ul>
  <button type="submit">Send</button>
</form>
<dl id="arrived">
  {% for file in arrived %}<dt>{{ file.name }}, {{ file.size }} bytes</dt><dd>{{ file.hash }}</dd>{% endfor %}
</dl>
"""

    async def mount(self, socket, session):
        socket.live_title = "Upload"
        constraints = UploadConstraints(max_file_size=LIMIT, max_files=3, accept=ACCEPTED)
        socket.context = {"papers": socket.allow_upload("papers", constraints), "arrived": []}

    async def handle_event(self, event, payload, socket):
        papers = socket.context["papers"]
        if event == "cancel":
            if payload["ref"] in papers.entries_by_ref:
                papers.cancel_entry(payload["ref"])
        elif event == "save":
            arrived = []
            with papers.consume_uploads() as uploads:
                for upload in uploads:
                    upload.file.seek(0)
                    content = upload.file.read()
                    arrived.append(
                        {"name": upload.entry.name, "size": len(content), "hash": sha256(content).hexdigest()}
                    )
            socket.clear_flash()
            if arrived:
                socket.put_flash("info", f"{len(arrived)} arrived.")
            else:
                socket.put_flash("error", "Choose a paper first.")
            # Newest last, so that a page shows all that came since it was opened.
            socket.context["arrived"] = socket.context["arrived"] + arrived
