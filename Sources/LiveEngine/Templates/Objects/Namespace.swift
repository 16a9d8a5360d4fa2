/// `namespace(...)`: a value whose members can be set from within loops.
final class Namespace: TemplateObject {
    private let members: ValueMap
    var typeName: String { "a namespace" }

    init(_ members: ValueMap) { self.members = members }

    func member(_ name: String) -> TemplateValue? { members.value(forKey: name) }

    func set(_ value: TemplateValue, for name: String) { members.set(value, for: .string(name)) }
}
