import LiveProtocol
import Testing

@testable import TerminalUI

@Suite struct StateChangesTests {
    private func changed(_ path: String, _ old: JSONValue?, _ new: JSONValue?) -> StateChanges.Entry {
        .changed(JSONChange(path: path, old: old, new: new))
    }

    @Test func `fields of contexts and messages of flashes are told by their places`() {
        let old = FakePast([
            .init(id: 1, context: ["name": "", "rows": [1]], flash: ["error": "no"]),
            .init(id: 1, type: "Tool", component: 2, context: ["uses": 0]),
        ])
        let new = FakePast([
            .init(id: 1, context: ["name": "Ada", "rows": [1, 2]], flash: ["info": "yes"]),
            .init(id: 1, type: "Tool", component: 2, context: ["uses": 1]),
        ])
        #expect(
            StateChanges(from: old, to: new).entries == [
                changed("name", "", "Ada"), changed("rows[1]", nil, 2), changed("flash.error", "no", nil),
                changed("flash.info", nil, "yes"), changed("Tool \"part-1\" uses", 0, 1),
            ])
    }

    @Test func `parts that came and went are told`() {
        let old = FakePast([.init(id: 1), .init(id: 1, type: "Tool", component: 2)])
        let new = FakePast([.init(id: 1), .init(id: 1, type: "Jig", component: 3)])
        #expect(StateChanges(from: old, to: new).entries == [.came("Jig \"part-1\""), .left("Tool \"part-1\"")])
    }

    @Test func `the same moment has not changed, and no more is told than can be read`() {
        let page = FakePast([.init(id: 1, context: ["a": 1])])
        #expect(StateChanges(from: page, to: page).entries.isEmpty)
        let many = FakePast([.init(id: 1, context: .array((0..<1_000).map { .integer($0) }))])
        #expect(StateChanges(from: page, to: many).entries.count == 1)
        let others = FakePast([.init(id: 1, context: .array((0..<1_000).map { .integer(-$0) }))])
        #expect(StateChanges(from: many, to: others).entries.count == StateChanges.most)
    }
}
