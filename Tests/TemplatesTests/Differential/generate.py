#!/usr/bin/env python3
"""Makes templates by a grammar and renders them with Jinja2 3.1.6.

    generate.py COUNT SEED

prints a line of JSON for each: the template `t`, its context `c`, and the HTML `h`, which an error lacks. The documented
differences are taken out: booleans print as `true` and `false`, nothing as nothing, and collections not at all; what
Jinja2 gives as a generator becomes a list. `~` never joins constants alone, which lose their markup in Jinja2.
"""

import json
import random
import signal
import sys

from jinja2 import ChainableUndefined, Environment


def finalize(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, (list, tuple, dict)):
        raise TypeError("a collection is not printed")
    return value


ENVIRONMENT = Environment(autoescape=True, undefined=ChainableUndefined, finalize=finalize)

CONTEXT = {
    "name": "Ada Lovelace", "html": "<b>R&D</b> 'q' \"x\"", "empty": "", "uni": "ÄÖü ßtraße ‹é› 日本 e\u0301 😀",
    "lines": "first line\n  second <line>\n\nfourth\tline", "link": "see (http://ex.org/a?b=1&c=2), www.x.de. a@b.org!",
    "n": 42, "m": -7, "zero": 0, "x": 3.14159, "y": -0.5, "big": 123456789.0, "tiny": 0.000012345, "yes": True,
    "no": False, "nothing": None, "words": ["pear", "Apple", "fig", "apple", "Fig & co"], "nums": [5, 3, 9, 3, 1],
    "floats": [1.5, 0.25, -2.0], "none_of": [],
    "rows": [
        {"id": 1, "name": "b<1>", "price": 2.5, "tags": ["x", "y"]},
        {"id": 2, "name": "a", "price": 10.0, "tags": []}, {"id": 3, "name": "C", "price": 2.5, "tags": ["z"]},
    ],
    "user": {"name": "Eve", "age": 30, "admin": True, "address": {"zip": "01234", "city": "Köln"}},
    "attributes": {"id": "a\"b", "class": "x <y>", "n": 4, "skip": None},
    "mixed": {"b": 1, "a": "two", "c": 2.5},
}

ENDS = ['"..."', '"<"', '"&"|safe']
INDENTS = ["2", "4", '"> "']
TARGETS = ["none", '"_blank"']
AFTER_CALLS = ["", "|upper", "|title", ' ~ "<"', "|length"]
BLOCK_FILTERS = ["upper", "title", "trim", "e", 'replace("a", "<")', "wordwrap(8)", "striptags"]
SPACES = [" ", "\n", "\t", "\u00a0", "\u2003", "\x1f", " \n ", "\u3000", ""]


class Grammar:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.locals = []
        self.serial = 0

    def pick(self, *options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    def new_name(self):
        self.serial += 1
        return f"v{self.serial}"

    def known(self, kind):
        return [name for name, of in self.locals if of == kind]

    # Expressions, by the kind of their values.

    def literal(self):
        text = self.pick(
            "a", "Hello World", "<i>x</i>", "a-b c_d", "tab\\there", "it's", "äß", "", "x,y,,z", "  pad ", "&amp; &lt;",
            "don't stop-go (now)", "http://a.com", "1234", "-17", "3.50", "UPPER lower", "a.b.c", "ﬁn ǅ", "%", "{x}")
        return '"' + text.replace('"', '\\"') + '"'

    def text(self, depth=0):
        if depth > 3:
            return self.pick(self.literal(), "name", "html", "uni", "user.name", "words[0]", "rows[1].name", "lines")
        deeper = depth + 1
        text = lambda: self.text(deeper)
        number = lambda: self.small(deeper)
        options = [
            self.literal, self.literal, lambda: self.pick("name", "html", "uni", "lines", "link", "empty"),
            lambda: self.pick("user.name", "user['name']", "user.address.city", "words[1]", "words[-1]", "rows[0].name"),
            lambda: f"({text()} ~ empty ~ {text()})", lambda: f"({text()} ~ empty ~ {self.number(deeper)})",
            lambda: f"({text()} + {text()})", lambda: f"({text()} * {self.pick(0, 1, 2, 3)})",
            lambda: f"{text()}[{self.slice()}]", lambda: f"{text()}[{number()}]",
            lambda: f"({text()} if {self.truth(deeper)} else {text()})",
            lambda: f"({text()}|{self.text_filter(deeper)})", lambda: f"({text()}|{self.text_filter(deeper)})",
            lambda: f"({text()}|{self.text_filter(deeper)})", lambda: f"{text()}.{self.text_method(deeper)}",
            lambda: f"{text()}.{self.text_method(deeper)}", lambda: f"({self.texts(deeper)}|join({text()}))",
            lambda: f"({self.texts(deeper)}|join)", lambda: f"{text()}.join({self.texts(deeper)})",
            lambda: f"({self.texts(deeper)}|{self.pick('first', 'last', 'min', 'max')})",
            lambda: self.format(deeper), lambda: self.format(deeper), lambda: self.percent(deeper),
            lambda: f"({self.anything(deeper)}|{self.pick('pprint', 'tojson')})",
            lambda: f"({self.number(deeper)}|{self.pick('string', 'filesizeformat', 'filesizeformat(true)', 'e')})",
            lambda: f"({self.pick('attributes', 'mixed', '{}')}|xmlattr)" if self.chance(0.2) else text(),
            lambda: f"(missing|default({text()}))", lambda: f"(rows|map(attribute='name')|join('{self.pick(',', '<')}'))",
            lambda: self.pick(*self.known("text") or ["name"]), lambda: self.pick(*self.known("text") or ["html"]),
        ]
        return self.random.choice(options)()

    def text_filter(self, depth):
        text = lambda: self.text(depth + 1)
        return self.random.choice([
            lambda: self.pick(
                "upper", "lower", "title", "capitalize", "trim", "safe", "escape", "forceescape", "striptags", "urlencode",
                "reverse", "first", "last", "string", "urlize", "e", "tojson", "pprint", "list|join('-')"),
            lambda: f"truncate({self.pick(3, 5, 8, 20)}, {self.pick('true', 'false')}, {self.pick(*ENDS)})",
            lambda: f"center({self.pick(0, 5, 12, 20)})", lambda: f"replace({text()}, {text()})",
            lambda: f"replace('a', {text()}, {self.pick(0, 1, 2)})", lambda: f"trim('{self.pick('a', 'xyz', ' <')}')",
            lambda: f"indent({self.pick(*INDENTS)}, {self.pick('true', 'false')}, {self.pick('true', 'false')})",
            lambda: f"wordwrap({self.pick(4, 7, 12)}, {self.pick('true', 'false')})", lambda: f"default({text()}, true)",
            lambda: f"urlize({self.pick(5, 10, 30)}, {self.pick('true', 'false')}, target={self.pick(*TARGETS)})",
            lambda: f"attr('{self.pick('upper', 'lower', 'strip')}')()", lambda: f"batch(3)|map('join')|join('/')",
            lambda: f"slice(3)|map('join')|join('/')", lambda: "sort|join", lambda: "unique|join",
        ])()

    def text_method(self, depth):
        text = lambda: self.text(depth + 1)
        width = self.pick(0, 3, 10, 15)
        return self.random.choice([
            lambda: self.pick(
                "upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "strip()", "lstrip()",
                "rstrip()", "expandtabs(4)", "split()|join('|')", "splitlines()|join('|')", "rsplit(' ', 1)|join('|')",
                "split(',')|join('|')", "partition(' ')|join('|')", "rpartition('a')|join('|')", "split(none, 1)|join('|')",
                "rsplit(none, 1)|join('|')", "splitlines(true)|join('|')"),
            lambda: f"{self.pick('ljust', 'rjust', 'center')}({width}, '{self.pick(' ', '*', '<')}')",
            lambda: f"zfill({width})", lambda: f"replace({text()}, {text()})", lambda: f"strip('{self.pick('a', 'Ae ')}')",
            lambda: f"removeprefix('{self.pick('a', 'He')}')", lambda: f"removesuffix('{self.pick('e', 'ld')}')",
        ])()

    def specification(self, kind):
        align = self.pick("", "<", ">", "^", "*<", "0>", "_^", "=" if kind != "s" else "")
        width = self.pick("", "", "1", "6", "12")
        if kind == "s":
            return f"{align}{width}{self.pick('', '.2', '.5')}{self.pick('', 's')}"
        sign = self.pick("", "", "+", "-", " ")
        zero = self.pick("", "", "0")
        group = self.pick("", "", ",", "_")
        if kind == "d":
            form = self.pick("", "d", "x", "X", "o", "b", "e", ".3f", ".2%", "g")
            if form and form in "xXob" and group == ",":
                group = "_"
            return f"{align}{sign}{self.pick('', '', '#')}{zero}{width}{group}{form}"
        return f"{align}{sign}{zero}{width}{group}{self.pick('', '.0', '.1', '.3', '.10')}{self.pick('', 'f', 'e', 'g', '%', 'E', 'G')}"

    def format(self, depth):
        kind = self.pick("s", "d", "f")
        value = {"s": self.text, "d": self.number, "f": self.decimal}[kind](depth + 1)
        field = self.pick("", "", "0", "k")
        conversion = self.pick("", "", "", "!r", "!s") if kind == "s" else ""
        argument = f"k={value}" if field == "k" else value
        around = self.pick("", "<", "{{}}", "é ")
        return f'"{around}{{{field}{conversion}:{self.specification(kind)}}}".format({argument})'

    def percent(self, depth):
        kind = self.pick("s", "s", "d", "f")
        value = {"s": self.text, "d": self.number, "f": self.decimal}[kind](depth + 1)
        flags = self.pick("", "", "-", "0", "+", " ", "#")
        precision = self.pick("", "", ".0", ".2", ".5")
        letter = {"s": self.pick("s", "s", "r"), "d": self.pick("d", "i", "x", "o", "X"), "f": self.pick(*"feEgGF")}[kind]
        form = f'"<{self.pick("", "%% ")}%{flags}{self.pick("", "5", "12")}{precision}{letter}"'
        return self.pick(f"({form}|format({value}))", f"({form} % ({value},))", f"({form}|safe|format({value}))")

    def slice(self):
        part = lambda: self.pick("", "", "0", "1", "2", "-1", "-2", "5", "100")
        return f"{part()}:{part()}" + self.pick("", "", f":{self.pick('1', '2', '-1', '-2')}")

    def small(self, depth=0):
        return self.pick("0", "1", "2", "3", "-1", "-2", "words|length", "loop.index" if self.known("loop") else "1")

    def number(self, depth=0):
        if depth > 3:
            return self.pick("0", "1", "7", "-3", "n", "m", "user.age", "nums[0]", "10")
        deeper = depth + 1
        number = lambda: self.number(deeper)
        text = lambda: self.text(deeper)
        return self.random.choice([
            lambda: self.pick("0", "1", "5", "12", "-3", "n", "m", "zero", "nums[1]", "user.age", "rows[2].id", "0x1f", "1_000"),
            lambda: f"({number()} {self.pick('+', '-', '*')} {self.small()})",
            lambda: f"({number()} {self.pick('//', '%')} {self.pick('2', '3', '-4', '7')})", lambda: f"(-{number()})",
            lambda: f"({text()}|length)", lambda: f"({self.texts(deeper)}|length)", lambda: f"({text()}|wordcount)",
            lambda: f"({self.numbers(deeper)}|{self.pick('sum', 'min', 'max', 'first', 'last', 'length')})",
            lambda: f"({text()}|int({self.pick('', '0', '5')}))", lambda: f"({self.decimal(deeper)}|int)",
            lambda: f"{text()}.{self.pick('find', 'rfind', 'count')}({text()})", lambda: f"({number()}|abs)",
            lambda: f"{text()}.find({text()}, {self.small()})", lambda: f"{text()}.count('a', 1, {self.small()})",
            lambda: f"{self.numbers(deeper)}.count({number()})", lambda: f"({number()} if {self.truth(deeper)} else {number()})",
            lambda: f"({self.pick('2', '3', '-2')} ** {self.pick('0', '1', '3')})", lambda: f"(rows|sum(attribute='id'))",
            lambda: self.pick(*self.known("number") or ["n"]), lambda: self.pick(*self.known("number") or ["m"]),
        ])()

    def decimal(self, depth=0):
        if depth > 2:
            return self.pick("x", "y", "big", "tiny", "1.5", "0.1")
        deeper = depth + 1
        return self.random.choice([
            lambda: self.pick("x", "y", "big", "tiny", "1.5", "0.1", "1e16", "1.0", "2.675", "100.0", "1e-5", "floats[0]"),
            lambda: f"({self.decimal(deeper)} {self.pick('+', '-', '*')} {self.number(deeper)})",
            lambda: f"({self.number(deeper)} / {self.pick('2', '3', '8', '-5')})",
            lambda: f"({self.decimal(deeper)}|round({self.pick('', '1', '2', '3')}))",
            lambda: f"({self.decimal(deeper)}|round({self.pick('1', '2')}, '{self.pick('ceil', 'floor')}'))",
            lambda: f"({self.text(deeper)}|float)", lambda: f"(floats|{self.pick('sum', 'min', 'max')})",
            lambda: "(rows|sum(attribute='price'))",
        ])()

    def truth(self, depth=0):
        if depth > 3:
            return self.pick("true", "false", "yes", "no", "name", "empty", "none_of", "zero", "missing")
        deeper = depth + 1
        text = lambda: self.text(deeper)
        number = lambda: self.number(deeper)
        truth = lambda: self.truth(deeper)
        compare = lambda: self.pick("==", "!=", "<", "<=", ">", ">=")
        return self.random.choice([
            lambda: f"({number()} {compare()} {number()})", lambda: f"({text()} {compare()} {text()})",
            lambda: f"({number()} < {number()} <= {number()})", lambda: f"({text()} {self.pick('in', 'not in')} {text()})",
            lambda: f"({text()} in {self.texts(deeper)})", lambda: f"({truth()} {self.pick('and', 'or')} {truth()})",
            lambda: f"(not {truth()})", lambda: f"({number()} is {self.pick('even', 'odd', 'divisibleby 3', 'number', 'float')})",
            lambda: f"({text()} is {self.pick('string', 'upper', 'lower', 'iterable', 'escaped', 'mapping', 'defined')})",
            lambda: f"(missing is {self.pick('defined', 'undefined', 'none')})", lambda: f"(nothing is {self.pick('none', 'defined')})",
            lambda: f"{text()}.{self.pick('startswith', 'endswith')}({text()})",
            lambda: f"{text()}.{self.pick('isalpha', 'isdigit', 'isupper', 'islower', 'isspace', 'istitle', 'isalnum', 'isidentifier', 'isascii', 'isnumeric')}()",
            lambda: f"({self.numbers(deeper)} == {self.numbers(deeper)})", lambda: f"({number()} in {self.numbers(deeper)})",
            lambda: f"('name' in user)", lambda: f"({self.decimal(deeper)} {compare()} {number()})",
        ])()

    def texts(self, depth=0):
        if depth > 2:
            return self.pick("words", "rows[0].tags", "['a', '<b>']", "('x', 'y')")
        deeper = depth + 1
        texts = lambda: self.texts(deeper)
        return self.random.choice([
            lambda: "words", lambda: f"[{self.text(deeper)}, {self.text(deeper)}]", lambda: f"{self.text(deeper)}.split()",
            lambda: f"{texts()}[{self.slice()}]", lambda: f"({texts()}|map('{self.pick('upper', 'lower', 'title', 'trim', 'e', 'capitalize', 'striptags', 'string')}')|list)",
            lambda: f"({texts()}|{self.pick('sort', 'sort(true)', 'sort(case_sensitive=true)')})",
            lambda: f"({texts()}|{self.pick('unique', 'reverse', 'select', 'list')}|list)", lambda: f"{texts()} + {texts()}" if self.chance(0.1) else texts(),
            lambda: f"({texts()}|{self.pick('select', 'reject')}('in', {texts()})|list)", lambda: f"(rows|map(attribute='name')|list)",
            lambda: f"(user|items|map('first')|list)", lambda: f"(mixed|dictsort|map('first')|list)",
            lambda: f"(rows|groupby('price')|map('last')|map('first')|map(attribute='name')|list)",
            lambda: f"(rows|sort(attribute='{self.pick('name', 'price', 'price,name', 'id')}', reverse={self.pick('true', 'false')})|map(attribute='name')|list)",
            lambda: f"(rows|{self.pick('selectattr', 'rejectattr')}('{self.pick('tags', 'id')}')|map(attribute='name')|list)",
            lambda: self.pick(*self.known("texts") or ["words"]),
        ])()

    def numbers(self, depth=0):
        if depth > 2:
            return self.pick("nums", "[1, 2, 3]", "(range(4)|list)", "[]")
        deeper = depth + 1
        return self.random.choice([
            lambda: "nums", lambda: f"[{self.number(deeper)}, {self.number(deeper)}]", lambda: f"(range({self.pick('0', '3', '5')})|list)",
            lambda: f"({self.numbers(deeper)}|{self.pick('sort', 'unique|list', 'reverse|list', 'list')})",
            lambda: f"({self.numbers(deeper)}|select('{self.pick('odd', 'even')}')|list)", lambda: f"(range(1, 20, {self.pick('3', '7')})|list)",
            lambda: f"({self.numbers(deeper)}|map('abs')|list)", lambda: f"{self.numbers(deeper)}[{self.slice()}]",
            lambda: self.pick(*self.known("numbers") or ["nums"]),
        ])()

    def anything(self, depth):
        return self.random.choice([
            self.text, self.number, self.decimal, self.texts, self.numbers,
            lambda _: self.pick("user", "rows", "rows[0]", "mixed", "floats", "true", "none", "[1, [2, (3,)]]", "{'a': [none, true]}"),
        ])(depth + 1)

    # Statements.

    def mark(self):
        return self.pick("", "", "", "-")

    def tag(self, content):
        return "{%" + self.mark() + " " + content + " " + self.mark() + "%}"

    def plain(self):
        return self.pick("<p>", "text ", "x\n", "é", "{ }", "&amp;", "") + self.random.choice(SPACES)

    def output(self):
        kind = self.random.choice([self.text, self.text, self.text, self.number, self.decimal, self.truth])
        shown = kind()
        if kind == self.truth:
            # Jinja2 prints constants before anything can make `true` of `True`.
            shown = f"'true' if {shown} else 'false'"
        return self.random.choice(SPACES) + "{{" + self.mark() + " " + shown + " " + self.mark() + "}}" + self.random.choice(SPACES)

    def body(self, depth):
        before = list(self.locals)
        body = "".join(self.statement(depth + 1) for _ in range(self.random.randint(1, 3)))
        self.locals = before
        return body

    def with_local(self, depth, *names):
        before = list(self.locals)
        self.locals += names
        body = self.body(depth)
        self.locals = before
        return body

    def loop(self, depth):
        name = self.new_name()
        kind, list_of = self.pick(("text", self.texts), ("number", self.numbers))
        condition = f" if {self.truth(2)}" if self.chance(0.2) else ""
        inside = self.with_local(depth, (name, kind), ("loop", "loop"))
        extra = self.pick("", "{{ loop.index }}", "{{ loop.first }}{{ loop.last }}", "{{ loop.revindex0 }}/{{ loop.length }}",
                          "{{ loop.cycle('a', 'b') }}", "{{ loop.changed(" + name + ") }}", "{{ loop.previtem }}")
        otherwise = self.tag("else") + self.plain() if self.chance(0.2) else ""
        return self.tag(f"for {name} in {list_of(1)}{condition}") + extra + inside + otherwise + self.tag("endfor")

    def assignment(self, depth):
        name = self.new_name()
        kind, make = self.pick(("text", self.text), ("number", self.number), ("texts", self.texts), ("numbers", self.numbers))
        value = make(1)
        tag = self.tag(f"set {name} = {value}")
        self.locals.append((name, kind))
        return tag

    def change(self, depth):
        first, second = self.new_name(), self.new_name()
        # A loop over what grows within it would never end.
        value = self.pick("[1, 2]", "nums|sort" if self.known("loop") else "nums", "nums|sort", "[3]")
        changes = "".join(
            self.tag(f"set _ = {self.pick(first, second)}." + self.pick(
                "append(4)", "extend([8, 9])", "insert(0, 5)", "pop()", "pop(0)", "remove(2)", "reverse()", "sort()",
                "append(n)", "insert(-1, 6)", "sort(reverse=true)", "clear()" if self.chance(0.3) else "append(1)"))
            for _ in range(self.random.randint(1, 4)))
        shown = f"{{{{ {first}|join(',') }}}};{{{{ {second}|length }}}};{{{{ nums|join(',') }}}}"
        return self.tag(f"set {first} = {value}") + self.tag(f"set {second} = {first}") + changes + shown

    def change_map(self, depth):
        name = self.new_name()
        changes = "".join(
            self.tag(f"set _ = {name}." + self.pick(
                "update({'b': 2})", "update(c=3)", "setdefault('a', 9)", "setdefault('z', 9)", "pop('a', 0)", "pop('b')",
                "update([('k', 1)])", "popitem()", "copy()"))
            for _ in range(self.random.randint(1, 3)))
        value = self.pick("{'a': 1}", "{'a': 1, 'b': 5}", "mixed", "dict(a=1)")
        shown = f"{{{{ {name}|dictsort|map('join', '=')|join(',') }}}}{{{{ mixed|length }}}}"
        return self.tag(f"set {name} = {value}") + changes + shown

    def macro(self, depth):
        name = self.new_name()
        inside = self.with_local(depth, ("a", "text"), ("b", "number"))
        uses = self.pick("", "", "{{ varargs|length }}", "{{ kwargs|length }}", "{{ caller() }}" if self.chance(0.5) else "")
        start = self.tag(f"macro {name}(a, b=2)") + inside + uses + self.tag("endmacro")
        arguments = self.pick("'<x>'", "name, 3", "a=html", "b=1", "'x', b=4", "'x', 1, 2" if self.chance(0.3) else "'x', 1")
        facts = self.pick("", f"{{{{ {name}.name }}}}{{{{ {name}.arguments|join(',') }}}}{{{{ {name}.catch_varargs }}}}"
                          f"{{{{ {name}.catch_kwargs }}}}{{{{ {name}.caller }}}}")
        if self.chance(0.3):
            return start + facts + self.tag(f"call {name}({arguments})") + self.plain() + self.tag("endcall")
        return start + facts + f"{{{{ {name}({arguments}){self.pick(*AFTER_CALLS)} }}}}"

    def statement(self, depth=0):
        if depth > 2:
            return self.pick(self.plain, self.output)()
        return self.random.choice([
            self.plain, self.output, self.output, self.output, lambda: self.loop(depth), lambda: self.loop(depth),
            lambda: self.assignment(depth), lambda: self.change(depth), lambda: self.change_map(depth), lambda: self.macro(depth),
            lambda: self.tag(f"if {self.truth(1)}") + self.body(depth) + self.pick(
                "", self.tag("else") + self.body(depth), self.tag(f"elif {self.truth(1)}") + self.body(depth)) + self.tag("endif"),
            lambda: self.tag(f"filter {self.pick(*BLOCK_FILTERS)}")
            + self.body(depth) + self.tag("endfilter"),
            lambda: self.tag(f"autoescape {self.pick('true', 'false')}") + self.body(depth) + self.tag("endautoescape"),
            lambda: self.tag(f"with w = {self.text(1)}") + self.with_local(depth, ("w", "text")) + self.tag("endwith"),
            lambda: "{#" + self.mark() + " note " + self.mark() + "#}" + self.plain(),
            lambda: self.tag("raw") + "{{ x }}{% y %}" + self.tag("endraw"),
            lambda: self.tag("set s1") + self.body(depth) + self.tag("endset") + "{{ s1|length }}{{ s1 }}",
        ])()

    def template(self):
        body = "".join(self.statement() for _ in range(self.random.randint(1, 5)))
        return body + self.pick("", "", "\n", "\n\n", "\r\n")


def give_up(*_):
    raise TimeoutError


def main():
    signal.signal(signal.SIGALRM, give_up)
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    for index in range(count):
        template = Grammar(f"{seed}-{index}").template()
        case = {"t": template}
        used = {key: value for key, value in CONTEXT.items() if key in template}
        case["c"] = used
        signal.setitimer(signal.ITIMER_REAL, 5)
        try:
            case["h"] = ENVIRONMENT.from_string(template).render(json.loads(json.dumps(used)))
        except (RecursionError, TimeoutError):
            continue
        except Exception:
            pass
        print(json.dumps(case, ensure_ascii=True))


if __name__ == "__main__":
    main()
