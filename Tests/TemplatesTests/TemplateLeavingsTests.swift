import Testing

@testable import Templates

@Suite("After a rendering")
struct TemplateLeavingsTests {
    /// Something in a context whose end can be seen.
    private final class Token: Encodable {
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode("token")
        }
    }

    private struct Context: Encodable {
        var token = Token()
    }

    @Test(
        "nothing of its context stays, whatever the template keeps in what",
        arguments: [
            "{{ token }}", "{% macro m() %}{{ token }}{% endmacro %}{{ m() }}", "{% set copy = token %}{{ copy }}",
            "{% if 1 %}{% macro m(n) %}{{ m(n - 1) if n else token }}{% endmacro %}{{ m(2) }}{% endif %}",
            "{% macro m() %}{{ token }}{{ caller() }}{% endmacro %}{% call m() %}{{ token }}{% endcall %}",
            "{% import 'parts.html' as parts with context %}{{ parts.chip(token) }}{{ token }}",
            "{% macro m() %}{{ missing.call() }}{% endmacro %}{{ token }}{{ m() }}",
        ])
    func nothingStays(template: String) {
        let library = TemplateLibrary(sources: [
            "page.html": template, "parts.html": "{% macro chip(text) %}<b>{{ text }}</b>{% endmacro %}",
        ])
        weak var token: Token?
        do {
            let context = Context()
            token = context.token
            // Whether it fails is no matter here.
            if let page = try? library.render("page.html", context: context) { #expect(page.html.contains("token")) }
            _ = try? library.html("page.html", context: context)
        }
        #expect(token == nil)
    }
}
