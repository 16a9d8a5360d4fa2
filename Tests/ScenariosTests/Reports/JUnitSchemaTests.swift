import Foundation
import Scenarios
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reports in the form of JUnit's, held to the rules of `junit-10.xsd` of Jenkins's xUnit plugin.
@Suite struct JUnitSchemaTests {
    @Test func `The report keeps the rules of the schema, whatever texts are in it`() throws {
        let text = try ReportedRun.report(by: JUnitReporter())
        let checker = SchemaChecker()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = checker
        #expect(parser.parse(), "\(String(describing: parser.parserError)) in \(text)")
        #expect(checker.problems.isEmpty, "\(checker.problems)")
        #expect(
            checker.counts == [
                "testsuites": 1, "testsuite": 8, "testcase": 9, "skipped": 2, "failure": 7, "system-err": 1,
            ])
    }

    @Test func `What was not run is skipped, with the reason`() throws {
        let text = try ReportedRun.report(by: JUnitReporter(), failsFast: true)
        let checker = SchemaChecker()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = checker
        #expect(parser.parse() && checker.problems.isEmpty)
        #expect(checker.counts["testcase"] == 9 && checker.counts["skipped"] == 7)
        #expect(text.contains("<skipped message=\"not run: ended with the first failure\"/>"))
    }
}

/// The schema's rules as far as a report of ours can touch them.
private final class SchemaChecker: NSObject, XMLParserDelegate {
    private struct Rule {
        let children: Set<String>
        let required: Set<String>
        let allowed: Set<String>
        var hasText = false
    }

    private static let suite: Set = ["name", "tests", "failures", "errors"]
    private static let rules: [String: Rule] = [
        "testsuites": Rule(
            children: ["testsuite"], required: [], allowed: ["name", "time", "tests", "failures", "errors"]),
        "testsuite": Rule(
            children: ["testsuite", "properties", "testcase", "system-out", "system-err"], required: suite,
            allowed: suite.union([
                "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url",
            ])),
        "testcase": Rule(
            children: ["skipped", "error", "failure", "system-out", "system-err"], required: ["name"],
            allowed: ["name", "time", "classname", "group"]),
        "skipped": Rule(children: [], required: [], allowed: ["type", "message"], hasText: true),
        "failure": Rule(children: [], required: [], allowed: ["type", "message"], hasText: true),
        "system-err": Rule(children: [], required: [], allowed: [], hasText: true),
    ]

    private(set) var problems: [String] = []
    private(set) var counts: [String: Int] = [:]
    private var open: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        if let parent = open.last {
            if Self.rules[parent]?.children.contains(name) != true { problems.append("\(name) in \(parent)") }
        } else if name != "testsuites" {
            problems.append("the root is \(name)")
        }
        open.append(name)
        guard let rule = Self.rules[name] else { return problems.append("unknown element \(name)") }
        let names = Set(attributes.keys)
        if !rule.required.isSubset(of: names) { problems.append("\(name) lacks \(rule.required.subtracting(names))") }
        if !names.isSubset(of: rule.allowed) { problems.append("\(name) has \(names.subtracting(rule.allowed))") }
        if let time = attributes["time"], time.wholeMatch(of: #/[0-9]{1,3}\.[0-9]{3}/#) == nil {
            problems.append("the time \(time)")
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let element = open.last, Self.rules[element]?.hasText != true else { return }
        if !text.allSatisfy(\.isWhitespace) { problems.append("text in \(element): \(text)") }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }
}
