/// A method with the value that it belongs to: what `value|attr("upper")` and `list.append` without a call give.
final class BoundMethod: CallableObject {
    private var value: TemplateValue
    private let name: String
    override var typeName: String { "the method \"\(name)\"" }

    init(_ value: TemplateValue, _ name: String) {
        self.value = value
        self.name = name
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        value.release(into: &holders)
        value = .none
    }

    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        if let result = try value.callMethod(name, arguments, to: &output, at: offset) { return result }
        throw value.noMethod(name, at: offset)
    }
}

extension TemplateValue {
    /// The method of a text, a list or a dictionary; nil when it has none of this name.
    func method(_ name: String) -> TemplateValue? {
        let names =
            switch self {
            case .string, .markup: StringMethods.names
            case .list(let list): ListMethods.names(of: list)
            case .map: MapMethods.names
            case .undefined, .none, .bool, .integer, .number, .object: [String]()
            }
        return names.contains(name) ? .object(BoundMethod(self, name)) : nil
    }

    /// What `|attr(name)` gives: a member of an object, or a method; never what a dictionary has under the name.
    func attribute(_ name: String, _ run: TemplateRun, at offset: Int) throws(TemplateError) -> TemplateValue {
        switch self {
        case .map(let map) where map.isStructure:
            map.value(forKey: name) ?? method(name) ?? .undefined(name)
        case .map, .string, .markup: method(name) ?? .undefined(name)
        case .undefined: .undefined(name)
        case .none, .bool, .integer, .number, .list, .object: member(name)
        }
    }
}
