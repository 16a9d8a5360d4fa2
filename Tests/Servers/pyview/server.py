"""Small pyview pages that the tests attach to, behind one command: python server.py --port N"""

import argparse
import os
import socket
import sys

import uvicorn

sys.dont_write_bytecode = True


class Server(uvicorn.Server):
    """A server that says when it accepts connections."""

    def __init__(self, config, url):
        super().__init__(config)
        self.url = url

    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(f"ready on {self.url}", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, required=True, help="the port to listen on; 0 for any free one")
    parser.add_argument("--secret", help="what tokens and cookies are signed with; another one each start unless told")
    parser.add_argument("--title-suffix", default="", help="what follows the title of every page")
    return parser.parse_args()


def listen(host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, since asyncio sends small messages at once only over sockets that say they are TCP's.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        sys.exit(f"cannot listen on {host}:{port}: {error.strerror}")
    return listener


def main():
    options = arguments()
    # pyview takes its secret from the environment, once, when it first signs something.
    os.environ.pop("PYVIEW_SECRET", None)
    if options.secret is not None:
        os.environ["PYVIEW_SECRET"] = options.secret

    from site_map import site  # noqa: PLC0415

    listener = listen(options.host, options.port)
    host = f"[{options.host}]" if ":" in options.host else options.host
    config = uvicorn.Config(
        site(title_suffix=options.title_suffix),
        log_level="warning",
        access_log=False,
        # The one that pyview brings along: another library closes sockets in another way.
        ws="wsproto",
        # After SIGTERM sockets are closed with 1012; whoever does not answer is left behind.
        timeout_graceful_shutdown=0.2,
    )
    Server(config, f"http://{host}:{listener.getsockname()[1]}").run(sockets=[listener])


if __name__ == "__main__":
    main()
