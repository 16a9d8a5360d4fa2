/// What an imported template set and defined at its top level.
final class ImportedTemplate: ValueHolder, TemplateObject {
    private let name: String
    private var members: [String: TemplateValue]
    var typeName: String { "the template \"\(name)\"" }

    init(name: String, members: [String: TemplateValue]) {
        self.name = name
        self.members = members
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        members.values.release(into: &holders)
        members = [:]
    }

    /// A member; those whose names start with `_` are the template's own.
    func member(_ name: String) -> TemplateValue? { name.utf8.first == UInt8(ascii: "_") ? nil : members[name] }
}
