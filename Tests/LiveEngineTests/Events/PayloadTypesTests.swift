import Foundation
import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct PayloadTypesTests {
    enum Shade: Int, Decodable, CaseIterable { case dark = 1, light }

    struct Period: Decodable, Equatable {
        struct Backwards: Error, CustomStringConvertible { var description: String { "it ends before it begins" } }
        var first: Int
        var last: Int

        enum CodingKeys: String, CodingKey { case first = "from", last = "until" }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            first = try container.decode(Int.self, forKey: .first)
            last = try container.decode(Int.self, forKey: .last)
            guard first <= last else { throw Backwards() }
        }
    }

    private func read<Value: Decodable>(_ value: JSONValue, as type: Value.Type) throws -> Value {
        try Payload(["it": value]).value("it")
    }

    private func problem<Value: Decodable>(_ value: JSONValue, as type: Value.Type) -> String {
        do { return "read \(try read(value, as: type))" } catch { return "\(error)" }
    }

    @Test(arguments: [
        ("2026-01-31", 1_769_817_600), ("1970-01-01", 0), ("1969-12-31", -86400), ("2024-02-29", 1_709_164_800),
        ("0001-01-01", -62_135_596_800), ("2026-01-31T09:30", 1_769_851_800), (" 2026-01-31 09:30:15 ", 1_769_851_815),
        ("2026-01-31T09:30:15.25Z", 1_769_851_815.25), ("2026-01-31T09:30+02:00", 1_769_844_600),
        ("2026-01-31t09:30:00-0530", 1_769_871_600), ("2026-01-31T09:30+02", 1_769_844_600),
    ])
    func `dates are read as ISO 8601 writes them, in UTC unless told`(_ text: String, _ seconds: Double) throws {
        #expect(try read(.string(text), as: Date.self) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "soon", "2026-1-3", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-31T",
        "2026-01-31T24:00",
        "2026-01-31T09:60", "2026-01-31T09:30:60", "2026-01-31T09:30:15.", "2026-01-31T09:30X", "2026-01-31T09:30Z ago",
        "26-01-31", "2026-01-31T09:30+1",
    ])
    func `what is no date is said to be none`(_ text: String) {
        #expect(
            problem(.string(text), as: Date.self)
                == #""it" must be a date such as "2026-01-31", got \#(JSONValue.string(text).json)"#)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_769_851_815.25, "2026-01-31T09:30:15.250Z"),
        (-0.001, "1969-12-31T23:59:59.999Z"),
        (.infinity, "9999-12-31T23:59:59.999Z"), (-.infinity, "0000-01-01T00:00:00Z"),
    ])
    func `dates are written as texts`(_ seconds: Double, _ text: String) throws {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(try JSONValue(encoding: [date]) == [.string(text)])
        #expect(date.renderedText == text)
    }

    @Test(
        arguments: [
            ("19.90", "19.9"), (" -0.001 ", "-0.001"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            (7, "7"), (0.1, "0.1"), ("1e3", "1000"),
        ] as [(JSONValue, String)])
    func `decimals stay exact`(_ value: JSONValue, _ text: String) throws {
        #expect(try read(value, as: Decimal.self).description == text)
        #expect(try JSONValue(encoding: read(value, as: Decimal.self)) == .string(text))
    }

    @Test func `identifiers and addresses are read and written as texts`() throws {
        let id = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
        #expect(try read(.string(id), as: UUID.self) == UUID(uuidString: id))
        #expect(try JSONValue(encoding: UUID(uuidString: id)) == .string(id.uppercased()))
        #expect(try read("https://example.org/a?b=c", as: URL.self) == URL(string: "https://example.org/a?b=c"))
        #expect(try JSONValue(encoding: URL(string: "/a/b")) == "/a/b")
    }

    @Test func `what is no value of a type is told with an example`() {
        #expect(problem("x", as: Decimal.self) == #""it" must be a number such as "19.90", got "x""#)
        #expect(problem("1.5 each", as: Decimal.self).hasPrefix(#""it" must be a number"#))
        #expect(problem("0x10", as: Decimal.self).hasPrefix(#""it" must be a number"#))
        #expect(problem("nan", as: Decimal.self).hasPrefix(#""it" must be a number"#))
        #expect(
            problem("7", as: UUID.self)
                == #""it" must be a UUID such as "6BA7B810-9DAD-11D1-80B4-00C04FD430C8", got "7""#)
        #expect(
            problem("a b", as: URL.self) == #""it" must be an address such as "https://example.org/path", got "a b""#)
    }

    @Test func `a blank text is nothing for every optional but a text`() throws {
        #expect(try read("", as: Date?.self) == nil)
        #expect(try read(" ", as: Decimal?.self) == nil)
        #expect(try read("", as: UUID?.self) == nil)
        #expect(try read("", as: Shade?.self) == nil)
        #expect(try read("", as: String?.self) == "")
    }

    @Test(
        arguments: [
            ("true", true), ("ON", true), (" yes ", true), ("1", true), (1, true), (true, true), ("false", false),
            ("off", false), ("No", false), ("0", false), (0, false),
        ] as [(JSONValue, Bool)])
    func `truth has many names`(_ value: JSONValue, _ truth: Bool) throws {
        #expect(try read(value, as: Bool.self) == truth)
    }

    @Test func `enumerations are read by their raw values`() throws {
        #expect(try read("2", as: Shade.self) == .light)
        #expect(problem("3", as: Shade.self) == #""it" must be one of "1", "2", got "3""#)
    }

    @Test func `lists, sets and dictionaries are read with their elements`() throws {
        #expect(try read(["2", 3, "2"], as: Set<Int>.self) == [2, 3])
        #expect(try read("7", as: Set<Int>.self) == [7])
        #expect(try read(["ada": "1", "bob": 2], as: [String: Int].self) == ["ada": 1, "bob": 2])
        #expect(try read(["1": "a", "2": "b"], as: [Int: String].self) == [1: "a", 2: "b"])
        #expect(try read(["2026-01-31", "1970-01-01"], as: [Date].self).count == 2)
        #expect(problem(["ada": "x"], as: [String: Int].self) == #""it[ada]" must be an integer, got "x""#)
    }

    @Test func `a dictionary of a form has its fields and nothing else`() throws {
        let form = Payload(
            form: "scores[ada]=1&scores[_unused_bob]=&scores[bob]=2&_unused_name=&name=", meta: ["_target": "name"])
        #expect(try form.value("scores") == ["ada": 1, "bob": 2])
        #expect(try form.decode([String: JSONValue].self).keys.sorted() == ["name", "scores"])
    }

    @Test func `values of any shape stay as they came`() throws {
        let value: JSONValue = ["a": [1, 2.5, "x", nil, true], "b": [:]]
        #expect(try read(value, as: JSONValue.self) == value)
        #expect(try read(value, as: [String: JSONValue].self)["b"] == [:])
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(value.json.utf8))["a"] == value["a"])
    }

    @Test func `blank fields arrive`() throws {
        #expect(try Payload(form: "name=&age=").value("name") == "")
        #expect(Payload(form: "name=&age=").json == ["name": "", "age": ""])
    }

    @Test func `keys have the names that their type gives them`() throws {
        let period = try read(["from": "1", "until": "2"], as: Period.self)
        #expect(period.first == 1)
        #expect(problem(["from": "x", "last": "2"], as: Period.self).hasPrefix(#""it[from]" must be an integer"#))
    }

    enum Mapped: Decodable, Equatable {
        case assign(user: Int, due: Date?)
        enum AssignCodingKeys: String, CodingKey { case user = "user-id", due = "deadline" }
    }

    @Test func `labels of events have the names that their keys give them`() throws {
        let event = try EventDecoding.decode(
            Mapped.self, name: "assign", payload: Payload(["userId": "3", "deadline": "1970-01-01"]))
        #expect(event == .assign(user: 3, due: Date(timeIntervalSince1970: 0)))
    }

    @Test func `what a type throws itself is told with its place`() {
        #expect(
            problem(["from": "2", "until": "1"], as: Period.self) == #""it" cannot be taken: it ends before it begins"#)
    }

    enum Booking: Decodable { case book(on: Date, at: UUID, price: Decimal, seats: Int) }

    @Test func `all problems of a payload are told together`() {
        let error = #expect(throws: PayloadError.self) {
            try EventDecoding.decode(Booking.self, name: "book", payload: Payload(["on": "soon", "seats": "many"]))
        }
        #expect(error?.problems.map(\.name) == ["on", "at", "price", "seats"])
    }

    @Test func `values of an address are read by the same rules`() throws {
        let params = Params(url: "/trips?on=2026-01-31&id=6BA7B810-9DAD-11D1-80B4-00C04FD430C8&tags[]=a&tags[]=b&page=")
        #expect(try params.value("on") == Date(timeIntervalSince1970: 1_769_817_600))
        #expect(try params.value("id") == UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
        #expect(try params.value("tags") == Set(["a", "b"]))
        #expect(try params.value("page", as: Int?.self) == nil)
        #expect(throws: PayloadError.self) { try params.value("on", as: Int.self) }
    }

    struct Trip: FormModel {
        var day = Date(timeIntervalSince1970: 0)
        var start: Date?
        var price = Decimal(5)
    }

    @Test func `forms show dates as their controls take them`() {
        var form = Form("trip", Trip())
        #expect(form["day"].text("Day", type: "date").html.contains(#"value="1970-01-01""#))
        #expect(form["day"].text("Day", type: "datetime-local").html.contains(#"value="1970-01-01T00:00:00""#))
        form.validate(Payload(form: "trip[day]=2026-01-31&trip[start]=&trip[price]=2.50"))
        #expect(form.isValid)
        #expect(form.model.day == Date(timeIntervalSince1970: 1_769_817_600))
        form.validate(Payload(form: "trip[day]=soon"))
        #expect(form["day"].errors == [#"must be a date such as "2026-01-31""#])
    }
}
