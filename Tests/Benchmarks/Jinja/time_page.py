"""Prints how many seconds Jinja2 takes to compile or to render one page: the best of five runs.

Usage: time_page.py FOLDER PAGE compile|render, where FOLDER has templates, contexts and includes."""

import json
import pathlib
import sys
import time

try:
    from jinja2 import ChainableUndefined, DictLoader, Environment
except ImportError:
    sys.exit("Jinja2 is not there to compare with; `pip install jinja2` gets it.")

RUNS = 5
LEAST_SECONDS = 0.1


def timed(work):
    """Seconds a call: as many calls in a row as take LEAST_SECONDS."""
    count = 1
    while True:
        start = time.perf_counter()
        for _ in range(count):
            work()
        seconds = time.perf_counter() - start
        if seconds >= LEAST_SECONDS:
            return seconds / count
        count = max(count + 1, int(count * LEAST_SECONDS / max(seconds, 1e-6) * 1.2))


def main(folder, page, step):
    folder = pathlib.Path(folder)
    includes = folder / "includes"
    loader = DictLoader(
        {path.relative_to(includes).as_posix(): path.read_text("utf-8") for path in includes.rglob("*.html")}
    )
    environment = Environment(
        autoescape=True, undefined=ChainableUndefined, loader=loader, keep_trailing_newline=True
    )
    source = (folder / "templates" / f"{page}.html").read_text("utf-8")
    if step == "compile":
        work = lambda: environment.from_string(source)
    else:
        template = environment.from_string(source)
        context = json.loads((folder / "contexts" / f"{page}.json").read_text("utf-8"))
        work = lambda: template.render(context)
    print(min(timed(work) for _ in range(RUNS)))


main(*sys.argv[1:])
