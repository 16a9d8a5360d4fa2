import LiveProtocol
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct StateRowsTests {
    private func part(
        _ context: JSONValue, before: JSONValue? = nil, role: InspectedPart.Role = .main, name: String = "main",
        number: Int = 1, component: Int? = nil, parts: [StatePart] = []
    ) -> StatePart {
        func inspection(_ context: JSONValue) -> Inspection {
            Inspection(view: "SettingsView", context: context, flash: ["info": "Saved"])
        }
        let part = InspectedPart(
            id: InspectedPart.ID(session: number, component: component), role: role, type: "SettingsView", name: name,
            topic: "lv:\(number)")
        return StatePart(
            part: part, now: { inspection(context) }, before: { before.map(inspection) }, isTouched: before != nil,
            parts: parts)
    }

    private func picture(
        _ part: StatePart, toggled: Set<StateRows.Path> = [], secrets: Secrets = Secrets()
    ) -> String {
        StateRows(of: [part], toggled: toggled, secrets: secrets).rows.map { row in
            let sign = row.row.fold == .leaf ? " " : row.row.fold == .folded ? "+" : "-"
            return (row.row.isChanged ? "*" : " ") + String(repeating: " ", count: row.row.depth) + sign
                + row.row.text.text
        }.joined(separator: "\n")
    }

    @Test func `context and flash are a tree whose outer levels are open`() {
        let context: JSONValue = ["name": "Ada", "tags": ["a", 1, true, nil], "form": ["city": "Rome", "zip": [:]]]
        #expect(
            "\n" + picture(part(context))
                == """

                 -SettingsView
                  -context  {3}
                    name: "Ada"
                   +tags  [4]  "a", 1, true, null
                   +form  {2}  city: "Rome", zip: {}
                  -flash  {1}
                    info: "Saved"
                """.replacing("\n                ", with: "\n"))
    }

    @Test func `a row is folded and unfolded by itself`() {
        let rows = picture(part(["tags": ["a"]]), toggled: [["1", "context", "tags"], ["1", "flash"]])
        #expect(rows.contains("-tags  [1]\n     0: \"a\""))
        #expect(rows.hasSuffix("+flash  {1}  info: \"Saved\""))
    }

    @Test func `what is another than before the last event is marked, and all around it`() {
        let rows = picture(
            part(
                ["name": "Ada", "age": 3, "tags": ["a", "b"]], before: ["name": "Bea", "age": 3, "tags": ["a"]]),
            toggled: [["1", "context", "tags"]])
        let marked = rows.split(separator: "\n").filter { $0.hasPrefix("*") }.map { $0.drop { "*-+ ".contains($0) } }
        #expect(marked == ["SettingsView", "context  {3}", "name: \"Ada\"", "tags  [2]", "1: \"b\""])
    }

    @Test func `a long list comes in groups, so that few rows are made`() {
        let long = part(["ids": .array((0..<100_000).map { .integer($0) })])
        let opened = StateRows(
            of: [long],
            toggled: [
                ["1", "context", "ids"], ["1", "context", "ids", "20000…29999"],
                ["1", "context", "ids", "20100…20199"],
            ], secrets: Secrets()
        ).rows
        #expect(opened.count < 300)
        #expect(opened.contains { $0.row.text.text == "20123: 20123" })
    }

    @Test func `components and nested views stand in what they are in, each with its own`() {
        let component = part(["stars": 3], role: .component, name: "r1", component: 1)
        var nested = part(["time": 5], role: .nested, name: "clock", number: 2)
        nested.ending = "crashed: no time"
        let rows = picture(part(["a": 1], parts: [component, nested]))
        #expect(rows.contains("\n  -SettingsView  component r1\n   -context  {1}\n     stars: 3\n"))
        #expect(rows.contains("SettingsView  nested view clock  crashed: no time"))
    }

    @Test func `what is folded is not asked for`() {
        var asked = 0
        var quiet = part(["a": 1])
        quiet = StatePart(
            part: quiet.part,
            now: {
                asked += 1
                return nil
            }, before: { nil })
        _ = StateRows(of: [quiet], toggled: [["1"]], secrets: Secrets())
        #expect(asked == 0)
        _ = StateRows(of: [quiet], toggled: [], secrets: Secrets())
        #expect(asked == 1)
    }

    @Test func `passwords are shown nowhere, by name or by what was sent`() {
        var secrets = Secrets()
        secrets.note(form: "user[password]=hunter22&user[name]=Ada")
        let rows = picture(
            part(["form": ["password": "other"], "echo": "it is hunter22!", "token_password": 5, "list": ["hunter22"]]),
            toggled: [["1", "context", "form"], ["1", "context", "list"]], secrets: secrets)
        #expect(!rows.contains("hunter22") && !rows.contains("other") && !rows.contains("5"))
        #expect(rows.contains("password: \"••••••\"") && rows.contains("it is ••••••!"))
        let folded = picture(part(["form": ["password": "other", "name": "Ada"]]), secrets: secrets)
        #expect(!folded.contains("other") && folded.contains("name: \"Ada\""))
    }
}
