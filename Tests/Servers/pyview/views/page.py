from pyview import LiveView
from pyview.template import LiveRender, LiveTemplate
from pyview.vendor.ibis import Template


class Page(LiveView):
    """A live view whose template stands beside its code, in `html`."""

    html = ""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.template = LiveTemplate(Template(cls.html, template_id=cls.__name__))

    async def render(self, assigns, meta):
        return LiveRender(self.template, assigns, meta)


# Banners of flash messages, for pages that show some.
BANNERS = """
{% if flash.info %}<p id="flash-info" class="info" role="status" phx-click="lv:clear-flash" phx-value-key="info">{{ flash.info }}</p>{% endif %}
{% if flash.error %}<p id="flash-error" class="error" role="alert" phx-click="lv:clear-flash" phx-value-key="error">{{ flash.error }}</p>{% endif %}
"""
