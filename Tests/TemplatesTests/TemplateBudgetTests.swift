import LiveProtocol
import Testing

@testable import Templates

/// What a template may use up, and what becomes of one that wants more.
@Suite struct TemplateBudgetTests {
    private static func error(
        _ template: String, limits: TemplateLimits = TemplateLimits(), context: JSONValue = [:]
    ) -> TemplateError? {
        do {
            _ = try TemplateLibrary(sources: ["page": template], limits: limits).html("page", context: context)
            return nil
        } catch {
            return error
        }
    }

    /// Sixty thousand lists, each in the next.
    private static let deep =
        "{% set ns = namespace(a=[]) %}{% for i in range(60000) %}{% set ns.a = [ns.a] %}{% endfor %}"
    /// A text that doubles forty times.
    private static func doubling(_ expression: String) -> String {
        "{% set ns = namespace(s='xx') %}{% for i in range(40) %}{% set ns.s = \(expression) %}{% endfor %}"
    }

    @Test(arguments: [
        doubling("ns.s ~ ns.s"), doubling("ns.s + ns.s"), doubling("ns.s * 2"), doubling("[ns.s, ns.s]|join"),
        doubling("ns.s.join(['', '', ''])"), doubling("ns.s|replace('x', 'xx')"), doubling("ns.s.replace('x', 'xx')"),
        doubling("'%s%s' % (ns.s, ns.s)"), doubling("'%s%s'|format(ns.s, ns.s)"), doubling("'{0}{0}'.format(ns.s)"),
        doubling("ns.s|center(ns.s|length * 2)"), doubling("ns.s.ljust(ns.s|length * 2)"),
        doubling("ns.s.zfill(ns.s|length * 2)"), doubling("(ns.s|list + ns.s|list)|join"),
        "{{ '%999999999d' % 1 }}", "{{ '%.999999999f' % 1.5 }}", "{{ '{:999999999}'.format(1) }}",
        "{{ '{:.999999999f}'.format(1.5) }}", "{{ '{:>{w}}'.format('a', w=999999999) }}", "{{ 'a'|center(999999999) }}",
        "{{ 'a'.rjust(9999999999) }}", "{{ '\\t'.expandtabs(9999999999) }}", "{{ 'a\\nb'|indent(9999999999) }}",
        "{{ 'a' * 99999999999 }}", "{{ [1] * 99999999999 }}", "{{ [1]|batch(99999999999, 0)|list }}",
        "{{ [1]|slice(99999999999)|list }}",
        "{% set s = 'x' * 100000 %}{% for i in range(100000) %}{{ s }}{% endfor %}",
        "{% for i in range(100000) %}\(String(repeating: "text ", count: 1000)){% endfor %}",
        "{% set l = [] %}{% for i in range(1000) %}{% set _ = l.append('x' * 1000000) %}{% endfor %}",
        "{% macro m() %}{{ 'x' * 1000000 }}{% endmacro %}{% for i in range(1000) %}{% set a = m() %}{% endfor %}",
    ]) func `what would fill the memory is an error with a place`(template: String) throws {
        let error = try #require(Self.error(template))
        #expect(error.place?.file == "page")
        switch error.problem {
        case .resultTooLarge, .invalidFormat: break
        default: Issue.record("\(error)")
        }
    }

    @Test(arguments: [
        "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(1000000) if a in range(1000000, 2000000) %}{% endfor %}",
        "{% set l = [1] %}{% for x in l %}{% set _ = l.append(x) %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set l = range(100000)|list %}{% for i in range(100000) %}{% set _ = l|sort %}{% endfor %}",
        "{% set l = range(100000)|list %}{% for i in range(100000) %}{% set _ = l.count(-1) %}{% endfor %}",
    ]) func `what would take too long is an error with a place`(template: String) throws {
        var limits = TemplateLimits()
        limits.work = 200_000
        let error = try #require(Self.error(template, limits: limits))
        #expect(error.place?.file == "page")
        switch error.problem {
        case .tooMuchWork(let limit): #expect(limit == 200_000)
        case .resultTooLarge: break
        default: Issue.record("\(error)")
        }
    }

    @Test(arguments: [
        "\(deep){{ ns.a|tojson }}", "\(deep){{ ns.a|pprint }}", "\(deep){{ '%r' % (ns.a,) }}",
        "\(deep){% set b = ns.a %}\(deep){{ ns.a == b }}", "\(deep){% set b = ns.a %}\(deep){{ b in [ns.a] }}",
        "\(deep){% set b = ns.a %}\(deep){{ b < ns.a }}",
        "{% set l = [] %}{% set _ = l.append(l) %}{{ l|tojson }}",
        "{% set d = {} %}{% set _ = d.update(a=d) %}{{ d|pprint }}",
    ]) func `values nested too deep are an error with a place`(template: String) throws {
        let error = try #require(Self.error(template))
        #expect(error.place?.file == "page")
        #expect(error.problem == .valueTooDeep(limit: TemplateValue.nestingLimit))
    }

    @Test(arguments: [
        deep, "\(deep){% set ns.a = 1 %}",
        "{% set ns = namespace(a={}) %}{% for i in range(60000) %}{% set ns.a = {'k': ns.a} %}{% endfor %}",
        "{% set ns = namespace(a=()) %}{% for i in range(60000) %}{% set ns.a = (ns.a, 1) %}{% endfor %}",
        "{% set ns = namespace() %}{% for i in range(60000) %}{% set ns.a = cycler(ns.a) %}{% endfor %}",
        "{% set ns = namespace() %}{% for i in range(60000) %}{% set x = ns.a %}{% macro m() %}{{ x }}{% endmacro %}{% set ns.a = m %}{% endfor %}",
        "{% set ns = namespace(a=none) %}{% for i in range(60000) %}{% set ns.a = namespace(b=ns.a) %}{% endfor %}",
        "{% set ns = namespace(a='x') %}{% for i in range(60000) %}{% set ns.a = joiner(ns.a) %}{% endfor %}",
    ]) func `values nested without end are freed`(template: String) {
        #expect(Self.error(template) == nil)
    }

    @Test(arguments: [
        "{% macro m() %}{% endmacro %}{{ m() }}", "{% set l = [] %}{% set _ = l.append(l) %}",
        "{% for x in [1] %}{% macro m() %}{% endmacro %}{{ m() }}{{ loop.changed(loop) }}{% endfor %}",
        "{% set n = namespace() %}{% set n.n = n %}", "{% set d = {} %}{% set _ = d.update(d=d) %}",
        "{% set l = rows %}{% set _ = l.append(l) %}{% macro m() %}{{ l }}{% endmacro %}",
    ]) func `nothing of a rendering stays, even what holds itself`(template: String) throws {
        weak var last: RenderContext?
        do {
            let library = TemplateLibrary(sources: ["page": template])
            let run = TemplateRun(library: library) { TemplateLibrary.global($0) }
            let context = RenderContext(run: run, data: ContextReader.members(of: JSONValue.object(["rows": [1]])))
            last = context
            var output = TemplateOutput.html()
            try #require(try library.template(named: "page")).run(in: context, to: &output)
            run.end()
        }
        #expect(last == nil)
    }

    @Test func `an app says how much is too much`() throws {
        var limits = TemplateLimits()
        limits.work = 50
        limits.size = 200
        limits.depth = 30
        #expect(Self.error("{% for i in range(20) %}.{% endfor %}", limits: limits) == nil)
        #expect(
            Self.error("\n{% for i in range(80) %}.{% endfor %}", limits: limits)?.message
                == "page:2:4: the template takes more than 50 steps")
        #expect(
            Self.error("{{ 'x' * 300 }}", limits: limits)?.message == "page:1:8: the repetition is too large")
        #expect(
            Self.error("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", limits: limits)?.problem
                == .tooDeep(limit: 30))
    }

    @Test(arguments: [
        "{{ 'aaaaaaaaaaaaaaaaaaaab' in s }}", "{{ s|replace('aaaaaaaaaaaaaaaaaaaab', '')|length }}",
        "{{ s.count('aaaaaaaaaaaaaaaaaaaab') }}", "{{ s.split('aaaaaaaaaaaaaaaaaaaab')|length }}",
        "{{ s.rfind('baaaaaaaaaaaaaaaaaaaa') }}",
        "{% for i in range(40000) %}{% if s[i] == 'b' %}!{% endif %}{% endfor %}",
        "{% for i in range(40000) %}{% if u[i] == s[i] or u[-i] == 'b' %}!{% endif %}{% endfor %}",
        "{% for i in range(40000) %}{% if s|length == 1 or s[i:i + 2] == 'b' %}!{% endif %}{% endfor %}",
    ]) func `looking into long texts takes time in proportion`(template: String) throws {
        let context: JSONValue = [
            "s": .string(String(repeating: "a", count: 200_000)), "u": .string(String(repeating: "é", count: 200_000)),
        ]
        let clock = ContinuousClock()
        let time = clock.measure { #expect(Self.error(template, context: context) == nil) }
        // What takes the square of the length takes minutes.
        #expect(time < .seconds(20))
    }

    @Test func `many parameters, arguments and names take time in proportion`() throws {
        let names = (0..<4000).map { "p\($0)" }
        let parameters = names.joined(separator: ", ")
        let arguments = names.map { "\($0)=1" }.joined(separator: ", ")
        let uses = names.map { "{{ \($0) }}" }.joined()
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(
                Self.error(
                    "{% macro m(\(parameters)) %}\(uses){% endmacro %}{{ m(\(arguments)) }}{{ '{p9}'.format(\(arguments)) }}"
                )
                    == nil)
            #expect(Self.error("{% with \(arguments) %}\(uses){% endwith %}") == nil)
        }
        #expect(time < .seconds(20))
    }
}
