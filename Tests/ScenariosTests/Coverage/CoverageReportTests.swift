import LiveProtocol
import Testing

@testable import Scenarios

@Suite("The report of coverage")
struct CoverageReportTests {
    private let report = CoverageReport(
        [
            CoverageItem(
                .bindings, place: "/a", name: "<button> \"Save\": phx-click=\"save\"", view: "A", isCovered: false),
            CoverageItem(.routes, place: "/a", name: "The first", isCovered: true),
            CoverageItem(.routes, place: "/b/:id", name: "", isCovered: false),
            CoverageItem(.events, place: "A", name: "save", isCovered: false),
            CoverageItem(.events, place: "A", name: "save", isCovered: true),
            CoverageItem(.events, place: "A", name: "drop", isCovered: false),
            CoverageItem(.branches, place: "a.html:3:4", name: "{% if x %}", isCovered: false),
        ], openHandlers: ["B"], notes: ["a note\u{1B}[31m"])

    @Test func `The table has the counts of each kind, and all that is missing with its place`() {
        #expect(
            report.table == """
                coverage:
                  routes             1 of 2   50 %
                  events             1 of 2   50 %
                  infos              none
                  template branches  0 of 1    0 %
                  bindings           0 of 1    0 %
                  all                2 of 6   33 %

                routes that were never opened:
                  /b/:id

                events that were never handled:
                  A.drop

                template branches that never ran:
                  a.html:3:4: {% if x %}

                bindings that were never used:
                  /a: <button> "Save": phx-click="save"

                open-ended, so that only events that came are counted: B
                a note␛[31m

                """)
    }

    @Test func `The file has the same as JSON`() throws {
        let json = try JSONValue(parsing: report.json)
        #expect(json["version"] == 1)
        #expect(json["counts"]?["events"] == ["covered": 1, "total": 2, "percent": 50])
        #expect(json["counts"]?["infos"] == ["covered": 0, "total": 0, "percent": nil])
        #expect(json["counts"]?["all"] == ["covered": 2, "total": 6, "percent": 33])
        #expect(json["openEnded"] == ["B"])
        guard case .array(let items)? = json["items"] else {
            Issue.record("no items")
            return
        }
        #expect(items.count == 6)
        #expect(items.first == ["kind": "routes", "covered": true, "place": "/a", "name": "The first"])
        #expect(items.last?["view"] == "A")
        #expect(report.json.split(separator: "\n").count == 14)
    }

    @Test(arguments: [
        ("33", nil), ("34", "coverage of all is 33 % (2 of 6), expected at least 34 %"), ("events=50", nil),
        ("events=51", "coverage of events is 50 % (1 of 2), expected at least 51 %"), ("infos=100", nil),
        ("branches=1", "coverage of template branches is 0 % (0 of 1), expected at least 1 %"),
    ])
    func `A minimum is of all or of one kind`(text: String, shortfall: String?) throws {
        #expect(try #require(CoverageMinimum(text)).shortfall(in: report) == shortfall)
    }

    @Test(arguments: ["", "x", "101", "-1", "events", "=5", "colours=5", "events=5=5", "50 %"])
    func `What is no minimum is refused`(text: String) { #expect(CoverageMinimum(text) == nil) }
}
