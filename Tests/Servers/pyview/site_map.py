"""Which page is where."""

from pyview import PyView
from pyview.secret import get_secret
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

import dead
from layout import layout
from views.count import CountView
from views.crash import CrashView
from views.hooks import HooksView
from views.index import IndexView
from views.late import LateView
from views.members import MembersView
from views.pages import PageView, PagesView
from views.room import RoomView
from views.settings import SettingsView
from views.signup import SignupView
from views.stream import StreamView
from views.upload import UploadView


def site(title_suffix=""):
    app = PyView()
    app.rootTemplate = layout(title_suffix)
    app.add_middleware(SessionMiddleware, secret_key=get_secret())

    for path, view in {
        "/": IndexView,
        "/settings": SettingsView,
        "/count": CountView,
        "/signup": SignupView,
        "/stream": StreamView,
        "/pages": PagesView,
        "/pages/{n:int}": PageView,
        "/upload": UploadView,
        "/room": RoomView,
        "/room/{name}": RoomView,
        "/hooks": HooksView,
        "/crash": CrashView,
        "/late": LateView,
        "/members": MembersView,
    }.items():
        app.add_live_view(path, view)

    app.routes.extend(dead.routes)
    app.routes.append(Mount("/static", StaticFiles(packages=[("pyview", "static")])))
    return app
