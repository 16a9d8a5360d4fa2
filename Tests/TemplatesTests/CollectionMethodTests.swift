import LiveProtocol
import Testing

@testable import Templates

/// Methods that change lists and dictionaries, as Python has them.
@Suite struct CollectionMethodTests {
    typealias Example = TemplateLanguageTests.Example

    private static func check(_ example: Example) throws {
        #expect(try TemplateLanguageTests.html(example.template, example.context) == example.html)
    }

    @Test(arguments: [
        Example("{% set l = [1] %}{% set _ = l.append(2) %}{{ l|join(',') }}", "1,2"),
        Example("{% set l = [1] %}{% set _ = l.extend('ab') %}{% set _ = l.extend((3, 4)) %}{{ l|join }}", "1ab34"),
        Example("{% set l = [1, 2] %}{% set _ = l.insert(1, 9) %}{% set _ = l.insert(-9, 0) %}{{ l|join }}", "0192"),
        Example("{% set l = [1, 2, 3] %}{{ l.pop() }}{{ l.pop(0) }}{{ l.pop(-1) }}{{ l|length }}", "3120"),
        Example("{% set l = [1, 2, 1] %}{% set _ = l.remove(1) %}{{ l|join }}", "21"),
        Example(
            "{% set l = [2, 3, 1] %}{% set _ = l.sort() %}{{ l|join }}{% set _ = l.sort(reverse=true) %}{{ l|join }}",
            "123321"),
        Example(
            "{% set l = [2, 3] %}{% set _ = l.reverse() %}{{ l|join }}{% set _ = l.clear() %}{{ l|length }}", "320"),
        Example("{% set l = [1] %}{% set c = l.copy() %}{% set _ = c.append(2) %}{{ l|length }}{{ c|length }}", "12"),
        Example("{% set l = [1] %}{{ l.append(2) }}{{ l.index(2) }}{{ l.count(1) }}", "11"),
        Example("{% set d = {'a': 1} %}{% set _ = d.update({'b': 2}) %}{{ d.pop('a') }}{{ d|length }}", "11"),
        Example(
            "{% set d = {} %}{% set _ = d.update([('x', 1)], y=2) %}{{ d|dictsort|map('join')|join(' ') }}", "x1 y2"),
        Example(
            "{% set d = {'a': 1} %}{{ d.setdefault('a', 5) }}{{ d.setdefault('b', 6) }}{{ d.setdefault('c') }}{{ d|length }}",
            "163"),
        Example(
            "{% set d = {'a': 1, 'b': 2} %}{{ d.popitem()|join }}{{ d.pop('z', 'none') }}{% set _ = d.clear() %}{{ d|length }}",
            "b2none0"),
        Example("{% set d = {'a': 1, 'b': 2, 'c': 3} %}{{ d.pop('a') }}{{ d.b }}{{ d.c }}{{ d.keys()|join }}", "123bc"),
        Example(
            "{% set add = [1].append %}{{ add is callable }}{% set l = [] %}{% set f = l.append %}{{ f(4) }}{{ l|join }}",
            "true4"),
    ]) func `methods change lists and dictionaries`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example("{% set a = [1] %}{% set b = a %}{% set _ = b.append(2) %}{{ a|join }}", "12"),
        Example("{% set a = {'l': [1]} %}{% set b = a.l %}{% set _ = b.append(2) %}{{ a.l|join }}", "12"),
        Example(
            "{% macro add(l) %}{% set _ = l.append('m') %}{% endmacro %}{% set a = [] %}{{ add(a) }}{{ a|join }}", "m"),
        Example("{% set a = [] %}{% for i in [1, 2] %}{% set _ = a.append(i) %}{% endfor %}{{ a|join }}", "12"),
        Example(
            "{% set a = [1, 2, 3, 4] %}{% for i in a %}{{ i }}{% set _ = a.remove(i) %}{% endfor %}{{ a|join }}", "1324"
        ),
        Example("{% set a = [1, 2, 3] %}{% for i in a if a.pop() %}{{ i }}{% endfor %}", "12"),
        Example("{% set a = [1, 2] %}{% for i in a %}{{ loop.previtem }}{% set _ = a.clear() %}{% endfor %}", ""),
    ]) func `all names of a list see its changes`(example: Example) throws { try Self.check(example) }

    @Test(arguments: [
        Example("{% set _ = xs.append(3) %}{{ xs|join }}{{ xs|length }}", #"{"xs": [1, 2]}"#, "1233"),
        Example("{% set a = xs %}{% set _ = a.append(3) %}{{ xs|join }}", #"{"xs": [1, 2]}"#, "123"),
        Example("{% set _ = u.tags.append('c') %}{{ u.tags|join }}", #"{"u": {"tags": ["a", "b"]}}"#, "abc"),
        Example(
            "{% for r in rows %}{% set _ = r.update(n=loop.index) %}{% endfor %}{{ rows|map(attribute='n')|join }}",
            #"{"rows": [{"a": 1}, {"a": 2}]}"#, "12"),
        Example(
            "{% for r in rows %}{% set _ = r.l.pop() %}{% endfor %}{{ rows|map(attribute='l')|map('length')|join }}",
            #"{"rows": [{"l": [1, 2]}, {"l": [3]}]}"#, "10"),
        Example("{% include 'add' %}{{ xs|join }}", #"{"xs": [1]}"#, "12"),
    ]) func `a template changes its own copy of the context`(example: Example) throws {
        let context = try JSONValue(parsing: example.context)
        let library = TemplateLibrary(sources: ["page": example.template, "add": "{% set _ = xs.append(2) %}"])
        #expect(try library.html("page", context: context) == example.html)
        // The next rendering starts from the context as it was.
        #expect(try library.render("page", context: context).html == example.html)
    }

    @Test(arguments: [
        ("{{ [].pop() }}", "pop"), ("{{ [1].pop(5) }}", "pop"), ("{{ [1].remove(2) }}", "remove"),
        ("{{ {}.pop('a') }}", "pop"), ("{{ {}.popitem() }}", "popitem"),
        ("{{ (1,).append(2) }}", "no method \"append\""),
        ("{{ range(3).append(2) }}", "no method \"append\""), ("{{ {[1]: 2} }}", "as a key"),
        ("{{ [[1]]|unique|list }}", "as a key"),
        ("{{ [1].index(2) }}", "index"), ("{{ [1, 'a'].sort() }}", "does not work"),
        ("{{ [1].append() }}", "needs the argument"),
    ]) func `what Python refuses is an error`(template: String, part: String) throws {
        let error = try #require(TemplateErrorTests.error(template))
        #expect(error.message.contains(part), "\(error.message)")
    }
}
