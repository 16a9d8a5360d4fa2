from typing import Literal

from pydantic import BaseModel, field_validator
from pydantic_core import PydanticCustomError
from pyview.changesets import change_set

from .page import BANNERS, Page

TAKEN = {"grace"}


def problem(message):
    return PydanticCustomError("problem", message)


class Member(BaseModel):
    name: str
    email: str
    password: str
    plan: Literal["monthly", "yearly"]

    @field_validator("name")
    @classmethod
    def free(cls, name):
        if not name:
            raise problem("Please tell us your name.")
        if name.lower() in TAKEN:
            raise problem("Somebody has this name already.")
        return name

    @field_validator("email")
    @classmethod
    def plausible(cls, email):
        if "@" not in email.strip("@"):
            raise problem("This is no e-mail address.")
        return email

    @field_validator("password")
    @classmethod
    def long(cls, password):
        if len(password) < 8:
            raise problem("A password has at least 8 characters.")
        return password


FIELDS = ("name", "email", "password", "plan")


class SignupView(Page):
    """A form that is checked while one types, and as a whole when it is sent."""

    html = f"<h1>Sign up</h1>{BANNERS}" + """
<form id="signup" phx-change="validate" phx-submit="save">
  <label for="name">Name</label>
  <input type="text" id="name" name="name" value="{{ form.name }}" phx-debounce="200">
  <p class="problem" phx-feedback-for="name">{{ errors.name }}</p>
  <label for="email">E-mail</label>
  <input type="email" id="email" name="email" value="{{ form.email }}" phx-debounce="blur">
  <p class="problem" phx-feedback-for="email">{{ errors.email }}</p>
  <label for="password">Password</label>
  <input type="password" id="password" name="password" value="{{ form.password }}">
  <p class="problem" phx-feedback-for="password">{{ errors.password }}</p>
  <label for="plan">Plan</label>
  <select id="plan" name="plan">
    {% for plan in plans %}<option value="{{ plan }}" {% if plan == form.plan %}selected{% endif %}>{{ plan }}</option>{% endfor %}
  </select>
  <label><input type="checkbox" id="news" name="news" value="yes" {% if form.news %}checked{% endif %}> Newsletter</label>
  <button type="submit" phx-disable-with="Signing up …">Sign up</button>
</form>
<ul id="members">{% for member in members %}<li>{{ member }}</li>{% endfor %}</ul>
"""

    async def mount(self, socket, session):
        socket.live_title = "Sign up"
        self.begin(socket, members=[])

    def begin(self, socket, members):
        self.changes = change_set(Member)
        self.changes.changes["plan"] = "monthly"
        socket.context = {
            "form": {field: self.changes[field] for field in FIELDS} | {"news": ""},
            "errors": {},
            "plans": ["monthly", "yearly"],
            "members": members,
        }

    async def handle_event(self, event, payload, socket):
        context = socket.context
        values = {field: payload.get(field, [""])[0] for field in FIELDS}
        context["form"] = values | {"news": "yes" if "news" in payload else ""}
        if event == "validate":
            # A changeset takes the field that was changed and keeps the others as they were.
            self.changes.apply(payload)
            context["errors"] = self.changes.errors
        elif event == "save":
            member = self.changes.save(values)
            context["errors"] = self.changes.errors
            socket.clear_flash()
            if member is None:
                self.changes.changes.update(values)
                count = len(self.changes.errors)
                socket.put_flash("error", f"{count} field{' needs' if count == 1 else 's need'} your attention.")
                return
            news = " with news" if "news" in payload else ""
            self.begin(socket, context["members"] + [f"{member.name}, {member.plan}{news}"])
            socket.put_flash("info", f"Welcome, {member.name}! Your plan is {member.plan}.")
