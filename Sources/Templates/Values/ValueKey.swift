/// What makes a value equal to another, to look it up by.
enum ValueKey: Hashable {
    case none
    case number(Double)
    case integer(Int)
    /// Compared by its Unicode scalars.
    case scalars([UInt8])
    case tuple([ValueKey])
    case object(ObjectIdentifier)
    case undefined

    static func text(_ text: String) -> ValueKey { .scalars(Array(text.utf8)) }

    /// How deep tuples may be nested in a key, and how many values they may have in all.
    private static let depthLimit = 20
    private static let sizeLimit = 10_000

    /// Makes the key of a value; nil for what can be none, as in Python: lists, dictionaries, and tuples that have them.
    init?(_ value: TemplateValue) {
        var size = 0
        self.init(value, depth: 0, size: &size)
    }

    /// Makes the key of a value, or says that it can be none.
    init(_ value: TemplateValue, at offset: Int) throws(TemplateError) {
        guard let key = ValueKey(value) else { throw .unsupported("use as a key", value, at: offset) }
        self = key
    }

    private init?(_ value: TemplateValue, depth: Int, size: inout Int) {
        size += 1
        guard depth <= Self.depthLimit, size <= Self.sizeLimit else { return nil }
        switch value {
        case .undefined: self = .undefined
        case .none: self = .none
        case .bool(let value): self = .integer(value ? 1 : 0)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = Int(exactly: value).map { .integer($0) } ?? .number(value)
        case .string(let text), .markup(let text): self = .text(text)
        case .list(let range as RangeList): self = .object(ObjectIdentifier(range))
        case .list(let list):
            guard list.isTuple else { return nil }
            var keys: [ValueKey] = []
            for index in 0..<list.count {
                guard let key = ValueKey(list[index], depth: depth + 1, size: &size) else { return nil }
                keys.append(key)
            }
            self = .tuple(keys)
        case .map: return nil
        case .object(let object): self = .object(ObjectIdentifier(object))
        }
    }
}
