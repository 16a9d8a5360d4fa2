import LiveProtocol
import Testing

@testable import Templates

@Suite struct TemplateErrorTests {
    static func error(_ template: String, _ others: [String: String] = [:], context: JSONValue = [:]) -> TemplateError?
    {
        var sources = others
        sources["page.html"] = template
        do {
            let html = try TemplateLibrary(sources: sources).render("page.html", context: context).html
            Issue.record("rendered \(html)")
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("<p>\n  {% if a %}x{% endfi %}\n", "page.html:2:17: unknown tag {% endfi %}", "did you mean \"endif\"?"),
        ("{% for x in xs %}{{ x }}", "page.html:1:4: {% for %} is never closed", "add {% endfor %}"),
        ("{{ name|uper }}", "page.html:1:9: unknown filter \"uper\"", "did you mean \"upper\"?"),
        ("{{ n is evn }}", "page.html:1:9: unknown test \"evn\"", "did you mean \"even\"?"),
        ("{{ 'ab }}", "page.html:1:4: the string is never closed", "add '"),
        ("é {{ a ? b }}", "page.html:1:8: unexpected character \"?\"", nil),
        ("{{ (1, 2] }}", "page.html:1:9: expected \")\", found \"]\"", nil),
        (
            "{% if a %}{% for b in c %}{% endif %}",
            "page.html:1:30: {% endif %} does not belong here: {% for %} is open and takes \"else\" or \"empty\" or \"endfor\"",
            nil
        ),
    ]) func `a template that cannot be compiled names place, problem and remedy`(
        template: String, message: String, hint: String?
    ) throws {
        let error = try #require(Self.error(template))
        #expect(error.message == message)
        if let hint { #expect(error.problem.hint == hint) }
        #expect(error.problem.isSyntax)
    }

    @Test(arguments: [
        ("{{ xs }}", "page.html:1:4: a list cannot be printed as text"),
        ("{{ m }}", "page.html:1:4: a dictionary cannot be printed as text"),
        ("{{ 1 + 'a' }}", "page.html:1:6: \"+\" does not work between an integer and a string"),
        ("{{ nope + 1 }}", "page.html:1:9: \"nope\" is undefined"),
        ("\n{{ 1 % 0 }}", "page.html:2:6: division by zero"),
        ("{{ 'a'.uper() }}", "page.html:1:4: a string has no method \"uper\""),
        ("{{ js.pus('x') }}", "page.html:1:4: js has no method \"pus\""),
        ("{% include 'x.html' %}", "page.html:1:4: no template named \"x.html\""),
        ("{{ range(99999999) }}", "page.html:1:4: the range is too large"),
        ("{{ 'abc' * 999999999 }}", "page.html:1:10: the repetition is too large"),
    ]) func `a failing expression names place and facts`(template: String, message: String) throws {
        let error = try #require(Self.error(template, context: ["xs": [1], "m": ["a": 1]]))
        #expect(error.message == message)
    }

    @Test func `the description shows the line, a caret, a hint and how the place was reached`() throws {
        let error = try #require(Self.error("a\n{% include 'row.html' %}", ["row.html": "<td>\t{{ v|lenght }}</td>"]))
        #expect(
            error.description == """
                row.html:1:11: unknown filter "lenght"
                    <td>\t{{ v|lenght }}</td>
                        \t     ^
                    did you mean "length"?
                  reached from page.html:2:4
                """)
    }

    @Test(arguments: [
        String(repeating: "(", count: 20_000),
        String(repeating: "[", count: 20_000),
        String(repeating: "-", count: 20_000) + "1",
        String(repeating: "not ", count: 20_000) + "1",
        "1" + String(repeating: "|abs", count: 20_000),
        "x" + String(repeating: ".x", count: 20_000),
        "1" + String(repeating: " if 1 else 1", count: 20_000),
    ]) func `expressions nested without end are refused`(expression: String) throws {
        #expect(try #require(Self.error("{{ \(expression) }}")).problem.isSyntax)
    }

    @Test func `long rows of operators are no nesting`() throws {
        let sum = String(repeating: "1 + ", count: 50_000) + "1"
        #expect(try TemplateLanguageTests.html("{{ \(sum) }}") == "50001")
        let text = String(repeating: "'' ~ ", count: 50_000) + "'x'"
        #expect(try TemplateLanguageTests.html("{{ \(text) }}") == "x")
    }

    @Test(arguments: [
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% include 'page.html' %}",
        "{% extends 'page.html' %}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{% import 'page.html' as p %}",
    ]) func `templates that run into themselves end with an error`(template: String) throws {
        let error = try #require(Self.error(template))
        #expect(error.problem == .tooDeep(limit: TemplateLimits().depth))
    }

    @Test func `tags nested without end are refused`() throws {
        let template = String(repeating: "{% if 1 %}", count: 20_000)
        #expect(try #require(Self.error(template)).problem == .nestedTooDeep(limit: TemplateParser.nestingLimit))
    }
}
