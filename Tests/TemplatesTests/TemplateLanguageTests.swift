import LiveProtocol
import Testing

@testable import Templates

@Suite struct TemplateLanguageTests {
    struct Example: CustomStringConvertible, Sendable {
        let template: String
        let context: String
        let html: String
        var description: String { template }

        init(_ template: String, _ context: String, _ html: String) {
            (self.template, self.context, self.html) = (template, context, html)
        }

        init(_ template: String, _ html: String) { self.init(template, "{}", html) }
    }

    static let includes = [
        "badge.html": "<i>{{ label }}</i>",
        "layout.html":
            "<h1>{% block title %}Shop{% endblock %}</h1><main>{% block body required %}{% endblock %}</main>",
        "parts.html": "{% macro chip(text, kind='plain') %}<b class=\"{{ kind }}\">{{ text }}</b>{% endmacro %}",
    ]

    static func html(_ template: String, _ context: String = "{}") throws -> String {
        var sources = includes
        sources["page.html"] = template
        return try TemplateLibrary(sources: sources).render("page.html", context: JSONValue(parsing: context)).html
    }

    private static func check(_ example: Example) throws {
        #expect(try html(example.template, example.context) == example.html)
    }

    @Test(arguments: [
        Example("Dear {{ who }},", #"{"who": "Tom & \"Co\""}"#, "Dear Tom &amp; &#34;Co&#34;,"),
        Example("[{{ a.b.c }}{{ a[3].x }}]", "[]", "[]"),
        Example(
            "{{ none }}{{ nothing }}|{{ yes }}|{{ 1.50 }}|{{ 6 / 2 }}", #"{"nothing": null, "yes": true}"#,
            "|true|1.5|3.0"),
        Example("{{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }}", "{}", "3 -4 2 1024"),
        Example("{{ 9223372036854775807 + 1 }}", "{}", "9.223372036854776e+18"),
        Example("{{ 'a' ~ 1 ~ none ~ 'b' }}", "{}", "a1b"),
        Example("{{ rows[-1].n }}{{ rows[0]['n'] }}{{ rows.1.n }}", #"{"rows": [{"n": "x"}, {"n": "y"}]}"#, "yxy"),
        Example("{{ 'abcdef'[1:4] }}{{ 'abcdef'[::-2] }}{{ [1, 2, 3][5:]|length }}", "{}", "bcdfdb0"),
        Example("{{ 1 < 2 <= 2 and 'a' in 'cat' and not 3 in [1] }}", "{}", "true"),
        Example("{{ 'big' if n > 9 else 'small' if n else 'none' }}", #"{"n": 4}"#, "small"),
        Example("{{ {'a': {'b': 1}}.a.b }}{{ (1, 2)|last }}", "{}", "12"),
        Example("{{ \"\\u00e9\\n\\x41\" }}{{ 0x1f }}{{ 1_000 }}", "{}", "é\nA311000"),
        Example(
            "{{ m.items }}:{% for k, v in m.items() %}{{ k }}{{ v }}{% endfor %}", #"{"m": {"items": 1, "z": 2}}"#,
            "1:items1z2"),
        Example(
            "{{ u.get('x', 'dflt') }} {{ ' a '.strip() }} {{ 'a-b'.split('-')|join('+') }}", #"{"u": {}}"#, "dflt a a+b"
        ),
    ]) func `expressions print`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example("{% if a %}A{% elif b %}B{% else %}C{% endif %}", #"{"b": [0]}"#, "B"),
        Example(
            "{% for x in xs %}{{ loop.index }}{{ x }}{{ ',' if not loop.last }}{% else %}-{% endfor %}",
            #"{"xs": ["p", "q"]}"#, "1p,2q"),
        Example("{% for x in xs %}{{ x }}{% empty %}none{% endfor %}", "{}", "none"),
        Example(
            "{% for a, (b, c) in xs if c %}{{ a }}{{ b }}{{ c }}{% endfor %}", #"{"xs": [[1, [2, 3]], [4, [5, 0]]]}"#,
            "123"),
        Example(
            "{% for n in tree recursive %}{{ loop.depth }}{{ n.t }}{{ loop(n.kids) }}{% endfor %}",
            #"{"tree": [{"t": "a", "kids": [{"t": "b"}]}, {"t": "c"}]}"#, "1a2b1c"),
        Example(
            "{% set n = namespace(c=0) %}{% for x in [1, 2] %}{% set n.c = n.c + x %}{% endfor %}{{ n.c }}", "{}", "3"),
        Example("{% set t %}<u>{{ v }}</u>{% endset %}{{ t }}", #"{"v": "<"}"#, "<u>&lt;</u>"),
        Example("{% for i in [1, 2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}", #"{"x": "o"}"#, "o1o2o"),
        Example(
            "{% for i in [1, 0] %}{% if i %}{% with y = 5 %}{{ y }}{% endwith %}{% else %}{% set z = 7 %}{% endif %}[{{ z }}]{% endfor %}",
            "{}", "5[][7]"),
        Example("{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{{ a }}", "{}", "3"),
        Example("{% filter upper %}x{{ v }}{% endfilter %}", #"{"v": "&"}"#, "X&AMP;"),
        Example("{% raw %}{{ x }}{% endraw %}{# gone #}!", "{}", "{{ x }}!"),
        Example("a  {%- if true -%}  b  {%- endif %}  c", "{}", "ab  c"),
        Example("{% autoescape false %}{{ v }}{% endautoescape %}{{ v }}", #"{"v": "<"}"#, "<&lt;"),
    ]) func `statements print`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example(
            "{% include 'badge.html' %}{% include 'badge.html' without context %}", #"{"label": "new"}"#,
            "<i>new</i><i></i>"),
        Example("{% for label in ['a', 'b'] %}{% include 'badge.html' %}{% endfor %}", "{}", "<i>a</i><i>b</i>"),
        Example("{% include 'no.html' ignore missing %}{% include ['no.html', 'badge.html'] %}", "{}", "<i></i>"),
        Example("{% from 'parts.html' import chip as c %}{{ c('<', kind='k') }}", "{}", "<b class=\"k\">&lt;</b>"),
        Example("{% import 'parts.html' as p %}{{ p.chip(1) }}", "{}", "<b class=\"plain\">1</b>"),
        Example(
            "{% extends 'layout.html' %}{% block title %}{{ super() }}!{% endblock %}{% block body %}x{% endblock %}",
            "{}", "<h1>Shop!</h1><main>x</main>"),
        Example("a{% extends 'layout.html' %}b{% block body %}{% endblock %}", "{}", "a<h1>Shop</h1><main></main>"),
        Example(
            "{% macro box(t) %}({{ t }}{{ caller('c') }}){% endmacro %}{% call(x) box('t') %}{{ x }}!{% endcall %}",
            "{}", "(tc!)"),
        Example("{% macro f(n) %}{{ n }}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}", "{}", "3210"),
        Example(
            "{% macro all() %}{{ varargs|join('.') }}{{ kwargs.k }}{% endmacro %}{{ all(1, 2, k=3) }}", "{}", "1.23"),
    ]) func `templates use others`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example("{{ v|safe }}{{ v|e }}{{ v|safe|e }}", #"{"v": "<b>"}"#, "<b>&lt;b&gt;<b>"),
        Example("{{ x|default('d') }}{{ ''|default('e', true) }}", "{}", "de"),
        Example("{{ 'to be-or'|title }} {{ 'ab CD'|capitalize }} {{ 'x'|upper }}", "{}", "To Be-Or Ab cd X"),
        Example("{{ [3, 1, 2]|sort|join }} {{ ['b', 'A']|sort|first }} {{ [1, 2]|sum }}", "{}", "123 A 3"),
        Example(
            "{{ rows|map(attribute='a.b')|join(',') }}{{ rows|selectattr('a.b', 'gt', 1)|list|length }}",
            #"{"rows": [{"a": {"b": 1}}, {"a": {"b": 2}}]}"#, "1,21"),
        Example(
            "{% for k, g in rows|groupby('k') %}{{ k }}{{ g|length }}{% endfor %}",
            #"{"rows": [{"k": "b"}, {"k": "a"}, {"k": "b"}]}"#, "a1b2"),
        Example(
            "{{ 2.675|round(2) }} {{ 1.25|round(1) }} {{ '%.3f'|format(0.0005) }} {{ '%05.1f|%x'|format(-2.25, 255) }}",
            "{}", "2.67 1.2 0.001 -02.2|ff"),
        Example(
            "{{ '%.0f'|format(1e23) }} {{ '%.25f'|format(0.1) }}", "{}",
            "99999999999999991611392 0.1000000000000000055511151"),
        Example(
            "{{ 1536|filesizeformat(true) }} {{ 'a b/ü'|urlencode }} {{ {'q': 'a b'}|urlencode }}", "{}",
            "1.5 KiB a%20b/%C3%BC q=a+b"),
        Example("{{ {'b': [1, none], 'a': '<'}|tojson }}", "{}", #"{"a": "\u003c", "b": [1, null]}"#),
        Example(
            "{{ 'the quick brown fox'|truncate(12, leeway=0) }} {{ 'aa bb'|wordwrap(2) }}", "{}", "the... aa\nbb"),
        Example(
            "{{ '<p>a <i>b</i>&amp;</p>'|striptags }}<a{{ {'x': 1, 'y': none}|xmlattr }}>", "{}", "a b&amp;<a x=\"1\">"),
    ]) func `filters print`(example: Example) throws { try Self.check(example) }
}
