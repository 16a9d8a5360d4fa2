/// What makes a value equal to another, to look it up by.
enum ValueKey: Hashable {
    case none
    case number(Double)
    case integer(Int)
    /// Compared by its Unicode scalars.
    case scalars([UInt8])
    case list([ValueKey], isTuple: Bool)
    case map([ValueKey: ValueKey])
    case object(ObjectIdentifier)
    case undefined

    static func text(_ text: String) -> ValueKey { .scalars(Array(text.utf8)) }

    init(_ value: TemplateValue) {
        switch value {
        case .undefined: self = .undefined
        case .none: self = .none
        case .bool(let value): self = .integer(value ? 1 : 0)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = Int(exactly: value).map { .integer($0) } ?? .number(value)
        case .string(let text), .markup(let text): self = .text(text)
        case .list(let list): self = .list(list.values.map { ValueKey($0) }, isTuple: list.isTuple)
        case .map(let map):
            var members: [ValueKey: ValueKey] = [:]
            for index in 0..<map.count { members[ValueKey(map.key(at: index))] = ValueKey(map.value(at: index)) }
            self = .map(members)
        case .object(let object): self = .object(ObjectIdentifier(object))
        }
    }
}
