/// The methods of dictionaries.
enum MapMethods {
    static let names = [
        "items", "keys", "values", "get", "copy", "update", "setdefault", "pop", "popitem", "clear",
    ]

    private static let get = Signature("get", ["key", "default?"])
    private static let update = Signature("update", ["other?", "*"])
    private static let setDefault = Signature("setdefault", ["key", "default?"])
    private static let pop = Signature("pop", ["key", "default?"])

    static func call(_ name: String, on map: any TemplateMap, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        switch name {
        case "items":
            try arguments.run.checkRoom(forElements: map.count * 4, "the list of items", at: offset)
            return .list(map.items)
        case "keys": return .list(map.keys)
        case "values": return .list(map.values)
        case "get":
            let bound = try get.bind(arguments, at: offset)
            return map.value(for: bound.value(0)) ?? bound.given(1) ?? TemplateValue.none
        case "copy":
            let copy = ValueMap()
            for index in 0..<map.count { try copy.set(map.value(at: index), for: map.key(at: index), at: offset) }
            return .map(copy)
        default:
            guard let map = map as? ValueMap else { return nil }
            return try change(name, map, arguments, at: offset)
        }
    }

    private static func change(_ name: String, _ map: ValueMap, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        guard CollectionChange(rawValue: name) != nil, names.contains(name) else { return nil }
        let run = arguments.run
        switch name {
        case "update":
            try takeOver(into: map, try update.bind(arguments, at: offset))
            return TemplateValue.none
        case "setdefault":
            let bound = try setDefault.bind(arguments, at: offset)
            if let value = map.value(for: bound.value(0)) { return value }
            let value = bound.given(1) ?? .none
            try run.makeElements(1, at: offset)
            run.hold(map, with: value)
            try map.set(value, for: bound.value(0), at: offset)
            return value
        case "pop":
            let bound = try pop.bind(arguments, at: offset)
            try run.look(through: map.count, at: offset)
            if let value = map.remove(bound.value(0)) ?? bound.given(1) { return value }
            throw bound.failed("a key that is not in the dictionary")
        case "popitem":
            guard map.count > 0 else {
                throw TemplateError(
                    .unsupportedOperand(operation: name, left: "a dictionary without members", right: nil), at: offset)
            }
            let key = map.key(at: map.count - 1)
            return map.remove(key).map { .tuple([key, $0]) }
        default:
            map.removeAll()
            return TemplateValue.none
        }
    }

    /// Takes over the members of a dictionary, or pairs; then named ones.
    private static func takeOver(
        into map: ValueMap, _ bound: BoundArguments
    ) throws(TemplateError) {
        let (run, offset) = (bound.run, bound.offset)
        let before = map.count
        if case .map(let other)? = bound.given(0) {
            try run.look(through: other.count, at: offset)
            for index in 0..<other.count { try map.set(other.value(at: index), for: other.key(at: index), at: offset) }
        } else if let pairs = try bound.given(0)?.elements(run, at: offset) {
            for pair in pairs.values {
                let pair = try pair.elements(run, at: offset)
                guard pair.count == 2 else {
                    throw TemplateError(.wrongItemCount(expected: 2, found: pair.count), at: offset)
                }
                try map.set(pair[1], for: pair[0], at: offset)
            }
        }
        for (name, value) in bound.named { map.set(value, forKey: name) }
        try run.makeElements(max(0, map.count - before), at: offset)
        // What was put into the dictionary may be the dictionary itself.
        run.hold(map)
    }
}
