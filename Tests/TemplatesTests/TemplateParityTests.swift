import LiveProtocol
import Testing

@testable import Templates

/// What Jinja2 does that is easily overlooked.
@Suite struct TemplateParityTests {
    typealias Example = TemplateLanguageTests.Example

    private static func check(_ example: Example) throws {
        #expect(try TemplateLanguageTests.html(example.template, example.context) == example.html)
    }

    @Test(arguments: [
        ("a\n", "a", "a\n"), ("a\n\n", "a\n", "a\n\n"), ("a\r\n", "a", "a\n"), ("\n", "", "\n"), ("a", "a", "a"),
        ("{% if true %}x{% endif %}\n", "x", "x\n"), ("{% raw %}x{% endraw %}\n", "x", "x\n"), ("a\r", "a", "a\n"),
    ]) func `one newline at the end of a file is dropped unless it is to be kept`(
        template: String, html: String, kept: String
    ) throws {
        #expect(try TemplateLibrary(sources: ["page": template]).html("page", context: JSONValue.object([:])) == html)
        let keeping = TemplateLibrary(sources: ["page": template], keepsFinalNewline: true)
        #expect(try keeping.html("page", context: JSONValue.object([:])) == kept)
    }

    @Test func `a file that is included drops its newline too`() throws {
        let library = TemplateLibrary(sources: ["page": "<{% include 'part' %}>\n", "part": "x\n"])
        #expect(try library.html("page", context: JSONValue.object([:])) == "<x>")
    }

    @Test(arguments: ["\u{A0}", "\u{2003}", "\u{3000}", "\u{1F}", "\u{85}", "\u{2028}", " \u{A0}\n\u{1C}"])
    func `white space of any kind goes at a minus sign, and stands within tags`(space: String) throws {
        let html = try TemplateLanguageTests.html("a\(space){{-\(space)1\(space)-}}\(space)b\(space){#- -#}\(space)c")
        #expect(html == "a1bc")
    }

    @Test(arguments: [
        Example("{{ ('<b>'|safe)|title }}", "&lt;B&gt;"), Example("{{ ('<b>x'|safe)|upper }}", "<B>X"),
        Example("{{ ('<b>'|safe)|capitalize }}", "<b>"),
        Example("{{ ('<b> <i>'|safe)|wordwrap(4) }}", "&lt;b&gt;\n&lt;i&gt;"),
        Example("{{ ('<b>'|safe)|first }}{{ ('<b>'|safe)|last }}", "&lt;>"),
        Example("{{ ('<b>'|safe)|reverse }}", ">b<"),
        Example("{{ ('<b>'|safe)|trim }}{{ ('<b>'|safe)|center(5) }}", "<b> <b> "),
        Example("{{ ('<'|safe)|list|join }}", "&lt;"),
        Example("{{ ('<b>abcdefghij'|safe)|truncate(8, true, '<', 0) }}", "<b>abcd&lt;"),
        Example("{{ ('<a\n<b'|safe)|indent }}", "<a\n    <b"),
        Example("{{ ('<b>'|safe)|replace('b', '<') }}", "<&lt;>"), Example("{{ ('<'|safe)|striptags }}", "&lt;"),
        Example("{{ ('<'|safe)|string }}{{ ('<'|safe)|default('x') }}", "<<"),
        Example("{{ ('a<'|safe).title() }}", "A<"),
        Example("{{ ('<'|safe)|urlize }}", "<"), Example("{{ ('<'|safe)|pprint }}", "Markup(&#39;&lt;&#39;)"),
        Example("{{ '<' ~ missing }}{{ ['<', missing]|join }}{{ missing is escaped }}", "&lt;&lt;true"),
        Example("{{ ('<' ~ missing)|length }}{{ (['<', missing]|join)|length }}", "14"),
        Example("{{ ('<%s>'|safe)|format('<') }}", "<&lt;>"), Example("{{ ('a,<'|safe).split(',')|last }}", "<"),
    ]) func `markup stays markup where it does in Jinja2, and nowhere else`(example: Example) throws {
        try Self.check(example)
    }

    @Test(arguments: [
        Example("{{ {'a': 1}|attr('a') }}|{{ m|attr('k') }}", #"{"m": {"k": 1}}"#, "|"),
        Example("{{ ('x'|attr('upper'))() }}{{ ({'a': 1}|attr('keys'))()|join }}", "Xa"),
        Example("{% for x in [1] %}{{ loop|attr('index') }}{% endfor %}", "1"),
        Example(
            "{{ 'Hello'.find('l') }}{{ 'Hello'.rfind('l') }}{{ 'Hello'.find('z') }}{{ 'Hello'.find('l', 3) }}", "23-13"),
        Example("{{ 'banana'.count('an') }}{{ 'banana'.index('n') }}{{ 'aé😀b'.find('b') }}", "223"),
        Example("{{ 'a.b.c'.rsplit('.', 1)|join('|') }} {{ 'a b  c'.split(none, 1)|join('|') }}", "a.b|c a|b  c"),
        Example(
            "{{ 'x'.startswith(('a', 'x')) }}{{ 'abc'.startswith('b', 1) }}{{ 'abc'.endswith('b', 0, 2) }}",
            "truetruetrue"),
        Example(
            "{{ '&lt;b&gt; &copy &#65;&#x42 &unknown; &ampx &LT;'|striptags }}",
            "&lt;b&gt; © AB &amp;unknown; &amp;x &lt;"),
        Example(
            "{{ 1e16 - 4 }} {{ 1e16 }} {{ 9007199254740993.0 }}", "9999999999999996.0 1e+16 9007199254740992.0"),
        Example(
            "{{ 'aB'.swapcase() }}{{ 'Straße'.casefold() }}{{ 'ab'.center(6, '*') }}{{ 'a'.ljust(3) }}|",
            "Abstrasse**ab**a  |"),
        Example("{{ 'a\\nb\\r\\nc'.splitlines()|join('|') }}{{ 'a\\tb'.expandtabs(4) }}", "a|b|ca   b"),
        Example(
            "{{ 'abc'.removeprefix('a') }}{{ 'abc'.removesuffix('c') }}{{ 'a-b-c'.rpartition('-')|join('|') }}",
            "bcaba-b|-|c"),
        Example(
            "{{ '12'.isdigit() }}{{ 'a1'.isalnum() }}{{ 'A'.isupper() }}{{ ''.isspace() }}{{ 'Ab Cd'.istitle() }}",
            "truetruetruefalsetrue"),
    ]) func `members, attributes and methods are Python's`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        (
            "see http://ex.org/a?b=1&c=2",
            "see <a href=\"http://ex.org/a?b=1&amp;c=2\" rel=\"noopener\">http://ex.org/a?b=1&amp;c=2</a>"
        ),
        ("(www.x.de).", "(<a href=\"https://www.x.de\" rel=\"noopener\">www.x.de</a>)."),
        (
            "a@b.org, xy.com/y",
            "<a href=\"mailto:a@b.org\">a@b.org</a>, <a href=\"https://xy.com/y\" rel=\"noopener\">xy.com/y</a>"
        ),
        ("mailto:a@b.org @a@b.c a@b", "<a href=\"mailto:a@b.org\">a@b.org</a> @a@b.c a@b"),
        ("<http://a.bc/(c)>", "&lt;<a href=\"http://a.bc/(c)\" rel=\"noopener\">http://a.bc/(c)</a>&gt;"),
        (
            "http://1.2.3.4:80/ http://[::1]/ http://x http:// ftp://a.com",
            "<a href=\"http://1.2.3.4:80/\" rel=\"noopener\">http://1.2.3.4:80/</a> <a href=\"http://[::1]/\" rel=\"noopener\">http://[::1]/</a> http://x http:// ftp://a.com"
        ),
    ]) func `urlize finds addresses`(text: String, html: String) throws {
        let library = TemplateLibrary(sources: ["page": "{{ t|urlize }}"])
        #expect(try library.html("page", context: JSONValue.object(["t": .string(text)])) == html)
    }

    @Test(arguments: [
        Example(
            "{{ 'http://example.com/long'|urlize(10) }}",
            "<a href=\"http://example.com/long\" rel=\"noopener\">http://exa...</a>"),
        Example(
            "{{ 'xy.com'|urlize(nofollow=true, target='_blank', rel='me') }}",
            "<a href=\"https://xy.com\" rel=\"me nofollow noopener\" target=\"_blank\">xy.com</a>"),
        Example(
            "{{ 'tel:123 x'|urlize(extra_schemes=['tel:']) }}", "<a href=\"tel:123\" rel=\"noopener\">tel:123</a> x"),
    ]) func `urlize makes links as told`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example(
            "{% macro m(a, b=1) %}{{ varargs }}{% endmacro %}{{ m.name }}:{{ m.arguments|join(',') }}:{{ m.catch_varargs }}:{{ m.catch_kwargs }}:{{ m.caller }}",
            "m:a,b:true:false:false"),
        Example(
            "{% macro m() %}{{ caller() }}{{ kwargs|length }}{% endmacro %}{{ m.catch_kwargs }}{{ m.caller }}{% call m(x=1) %}c{% endcall %}",
            "truetruec1"),
        Example(
            "{% macro m(caller=none) %}{{ caller is none }}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}",
            "truefalse"),
        Example(
            "{% macro m() %}{% for k, v in kwargs.items() %}{{ k }}{% endfor %}{% endmacro %}{% call m() %}{% endcall %}",
            "caller"),
    ]) func `macros tell of themselves`(example: Example) throws { try Self.check(example) }

    @Test func `a macro that uses no caller takes no call block`() throws {
        let error = try #require(
            TemplateErrorTests.error("{% macro m() %}{% endmacro %}\n{% call m() %}x{% endcall %}"))
        #expect(error.message.hasPrefix("page.html:2:"))
        #expect(error.problem == .unknownArgument(callee: "m", name: "caller"))
    }
}
