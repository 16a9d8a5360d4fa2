import LiveProtocol
import Testing

@testable import Templates

/// Texts that Python's ways of formatting make.
@Suite struct FormattingTests {
    @Test(
        arguments: [
            ("'{:,}'.format(1234567)", "1,234,567"), ("'{:.2f}'.format(3.14159)", "3.14"),
            ("'{:>5}|{:05d}'.format('a', 42)", "    a|00042"), ("'{:^7}|{:*<4}'.format('ab', 1)", "  ab   |1***"),
            ("'{0}{1}{0}'.format('a', 'b')", "aba"), ("'{x}-{y:>3}'.format(x=1, y=2)", "1-  2"),
            ("'{:{w}.{p}f}'.format(3.14159, w=8, p=2)", "    3.14"), ("'{{}} {}'.format(1)", "{} 1"),
            ("'{!r}|{!s}|{!a}'.format('é', 'é', 'é')", "'é'|é|'\\xe9'"),
            ("'{0.a[1]}'.format({'a': 1}) is defined", nil),
            ("'{0[a]}{0[b][1]}'.format({'a': 1, 'b': [2, 3]})", "13"),
            ("'{:+d} {: d} {:-d}'.format(1, 2, -3)", "+1  2 -3"),
            ("'{:#x} {:#b} {:o} {:X}'.format(255, 5, 8, 255)", "0xff 0b101 10 FF"),
            ("'{:010,}'.format(1234)", "00,001,234"),
            (
                "'{:e} {:.3e} {:g} {:g}'.format(12345.678, 0.00012, 0.00001, 123456789.0)",
                "1.234568e+04 1.200e-04 1e-05 1.23457e+08"
            ),
            ("'{:%} {:.1%}'.format(0.25, 0.125)", "25.000000% 12.5%"),
            ("'{:_}|{:_x}'.format(1234567, 65536)", "1_234_567|1_0000"),
            ("'{:.3}|{:.3}'.format('abcdef', 3.14159)", "abc|3.14"), ("'{:c}{:5d}'.format(65, true)", "A    1"),
            ("'{:=+8.2f}'.format(-1.5)", "-   1.50"), ("'{:08.3f}'.format(-1.5)", "-001.500"),
            ("'{:,.2f}'.format(1234.5)", "1,234.50"),
            ("'{:d}'.format('a')", nil), ("'{:.2d}'.format(5)", nil), ("'{:s}'.format(5)", nil), ("'{}'.format()", nil),
            ("'{'.format(1)", nil), ("'}'.format(1)", nil), ("'{} {0}'.format(1)", nil), ("'{:=5}'.format('a')", nil),
            ("'{:5}'.format(none)", nil), ("'{:,}'.format('a')", nil), ("'{a}'.format_map({'a': 1})", "1"),
            ("('<{}>'|safe).format('<')", "<&lt;>"),
        ] as [(String, String?)]) func `braces take values in any form`(expression: String, text: String?) throws
    {
        try check(expression, text)
    }

    @Test(
        arguments: [
            ("'%5.1f|%-5d|%05d|%+d' % (1.25, 7, 42, 3)", "  1.2|7    |00042|+3"),
            ("'%e %.2E' % (12345.678, 0.5)", "1.234568e+04 5.00E-01"),
            ("'%g %g %G' % (0.0001, 1e20, 1e-10)", "0.0001 1e+20 1E-10"), ("'%r %s' % ('a', 'b')", "'a' b"),
            ("'%x %X %o %#x' % (255, 255, 8, 255)", "ff FF 10 0xff"),
            ("'%(a)s-%(b)03d' % {'a': 'x', 'b': 5}", "x-005"), ("'%c%c' % (65, 'b')", "Ab"), ("'%%' % ()", "%"),
            ("'%.5d' % 42", "00042"),
            ("'%s' % 1.0", "1.0"), ("'%*d' % (5, 42)", "   42"), ("'%s %s' % ('a',)", nil), ("'%s' % ('a', 'b')", nil),
            ("'x' % 1", nil),
            ("'%d' % 'a'", nil), ("'%x' % 1.5", nil), ("'%y' % 1", nil),
            ("'%#08x|%-6x|' % (255, 255)", "0x0000ff|ff    |"),
            ("'%s and %s'|format('a', 'b')", "a and b"), ("'%(n)s'|format(n='k')", "k"), ("'%s'|format('a', 'b')", nil),
        ] as [(String, String?)]) func `percent signs take values in any form`(expression: String, text: String?) throws
    {
        try check(expression, text)
    }

    @Test(
        arguments: [
            ("[1, 'a', none, true, 2.5]|pprint", "[1, 'a', None, True, 2.5]"),
            ("{'b': 1, 'a': (2,)}|pprint", "{'a': (2,), 'b': 1}"),
            ("\"it's\"|pprint", "\"it's\""), ("'a\\n\\x01\\u00e9'|pprint", "'a\\n\\x01é'"),
            ("('<b>'|safe)|pprint", "Markup('<b>')"),
            ("range(3)|pprint", "range(0, 3)"),
            (
                "['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']|pprint",
                "['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']"
            ),
            (
                "{'key': ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'], 'z': 1}|pprint",
                "{'key': ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n         'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'],\n 'z': 1}"
            ),
            (
                "'word word word word word word word word word word word word word word word word word word'|pprint",
                "('word word word word word word word word word word word word word word word '\n 'word word word')"
            ),
            ("1e999|tojson", "Infinity"), ("-1e999|tojson", "-Infinity"),
            ("{2: 1, 10: 2}|tojson", "{\"2\": 1, \"10\": 2}"),
            ("{none: 1}|tojson", "{\"null\": 1}"), ("{true: 1}|tojson", "{\"true\": 1}"), ("{(1, 2): 1}|tojson", nil),
        ] as [(String, String?)]) func `values are written as programs have them`(expression: String, text: String?)
        throws
    {
        try check(expression, text)
    }

    private func check(_ expression: String, _ text: String?) throws {
        let template = "{% autoescape false %}{{ \(expression) }}{% endautoescape %}"
        guard let text else {
            #expect(throws: TemplateError.self, "\(expression)") { try TemplateLanguageTests.html(template) }
            return
        }
        #expect(try TemplateLanguageTests.html(template) == text, "\(expression)")
    }
}
