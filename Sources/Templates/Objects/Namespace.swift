/// `namespace(...)`: a value whose members can be set from within loops.
final class Namespace: ValueHolder, TemplateObject {
    private let members: ValueMap
    var typeName: String { "a namespace" }

    init(_ members: ValueMap, _ run: TemplateRun) {
        self.members = members
        super.init()
        // It may be set as its own member.
        run.hold(self)
    }

    override func release(into holders: inout [ValueHolder]) { members.release(into: &holders) }

    func member(_ name: String) -> TemplateValue? { members.value(forKey: name) }

    func set(_ value: TemplateValue, for name: String) { members.set(value, forKey: name) }
}
