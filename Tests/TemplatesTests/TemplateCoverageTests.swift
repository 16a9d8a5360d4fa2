import LiveProtocol
import Testing

@testable import Templates

@Suite("Coverage of templates")
struct TemplateCoverageTests {
    /// Renders the template `a` with each of some contexts.
    ///
    /// - Returns: The branches that never ran, as `line:kind`.
    private func missing(_ text: String, others: [String: String] = [:], _ contexts: [JSONValue]) throws -> [String] {
        let coverage = TemplateCoverage()
        let sources = others.merging(["a": text]) { $1 }
        let library = TemplateLibrary(sources: sources, coverage: coverage)
        let plain = TemplateLibrary(sources: sources)
        for context in contexts {
            let watched = try library.render("a", context: context)
            #expect(try plain.render("a", context: context).html == watched.html)
            #expect(try plain.html("a", context: context) == watched.html)
        }
        return coverage.branches.filter { !$0.hasRun }.map {
            "\($0.file == "a" ? "" : $0.file + ":")\($0.line):\($0.kind.rawValue)"
        }
    }

    private static let condition = "{% if a %}\n1{% elif b %}\n2{% else %}\n3{% endif %}"
    private static let loop = "{% for x in list %}\n{{ x }}\n{% else %}-{% endfor %}"

    @Test(
        arguments: [
            (condition, [["a": true]], ["2:branch", "3:branch"]),
            (condition, [["a": true], ["b": true]], ["3:branch"]),
            (condition, [["a": true], ["b": true], [:]], []),
            ("{% if a %}1{% endif %}", [["a": true]], ["1:no-branch"]),
            ("{% if a %}1{% endif %}", [["a": false]], ["1:branch"]),
            (loop, [["list": []]], ["1:rows"]),
            (loop, [["list": [1, 2]]], ["3:no-rows"]),
            ("{% for x in list %}{{ x }}{% endfor %}", [["list": [1]]], ["1:no-rows"]),
            ("{% for x in list %}{{ x }}{% endfor %}", [["list": [1]], [:]], []),
            ("{% macro m(x) %}{{ x }}{% endmacro %}\n{% if a %}{{ m(1) }}{% endif %}", [[:]], ["1:macro", "2:branch"]),
            ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}", [[:]], []),
            ("{% block one %}{% if a %}1{% endif %}{% endblock %}", [["a": 1]], ["1:no-branch"]),
        ] as [(String, [JSONValue], [String])])
    func `A branch that no context leads to is told, and what is rendered stays the same`(
        text: String, contexts: [JSONValue], expected: [String]
    ) throws {
        #expect(try missing(text, contexts) == expected)
    }

    @Test func `Included, extended and unused templates are told by their own names`() throws {
        let others = [
            "base":
                "<{% block main required %}{% endblock %}{% block foot %}foot{% endblock %}{% block empty %} {% endblock %}>",
            "part": "{% if deep %}deep{% endif %}", "unused": "x",
        ]
        let text =
            "{% extends \"base\" %}{% block main %}{% include \"part\" %}{% endblock %}{% block foot %}{% endblock %}"
        #expect(try missing(text, others: others, [[:]]) == ["base:1:block", "part:1:branch"])
    }

    @Test func `A template that was compiled and never rendered is told as a whole`() throws {
        let coverage = TemplateCoverage()
        try TemplateLibrary(sources: ["a": "\n{% if x %}1{% endif %}"], coverage: coverage).compile("a")
        #expect(coverage.branches.map(\.kind) == [.template, .branch, .noBranch])
        #expect(coverage.branches.map(\.tag) == ["", "{% if x %}", "{% if x %}"])
        #expect(coverage.branches.allSatisfy { !$0.hasRun })
    }

    @Test(arguments: [
        ("{%- if  a\n  == 1 -%}1{% endif %}", "{% if a == 1 %}"),
        ("{%if \(String(repeating: "x", count: 200))%}1{% endif %}", "{% if \(String(repeating: "x", count: 77))… %}"),
    ])
    func `A tag is told in one short line`(text: String, tag: String) throws {
        let coverage = TemplateCoverage()
        try TemplateLibrary(sources: ["a": text], coverage: coverage).compile("a")
        #expect(coverage.branches.contains { $0.kind == .branch && $0.tag == tag })
    }

    @Test func `Nothing is marked where nobody watches`() throws {
        let source = TemplateSource(name: "a", text: "{% if a %}1{% endif %}")
        #expect(try Template(source: source).body.steps.count == 1)
        #expect(try Template(source: source, coverage: TemplateCoverage()).body.steps.count == 2)
    }
}
