extension TemplateValue {
    /// The member of this name: `value.name`.
    func member(_ name: String) -> TemplateValue {
        switch self {
        case .map(let map): map.value(forKey: name) ?? .undefined(name)
        case .list(let list): list.member(name) ?? method(name) ?? .undefined(name)
        case .object(let object): object.member(name) ?? .undefined(name)
        case .undefined(let base): .undefined("\(base).\(name)")
        case .none, .bool, .integer, .number, .string, .markup: .undefined(name)
        }
    }

    /// The element at an index or under a key: `value[key]`. Indices below zero count from the end.
    ///
    /// - Parameter run: Remembers where the scalars of long texts are.
    func element(_ key: TemplateValue, _ run: TemplateRun? = nil) -> TemplateValue {
        switch self {
        case .map(let map): return map.value(for: key) ?? .undefined(key.name)
        case .list(let list):
            guard let index = key.integer else { return key.string.map { member($0) } ?? .undefined(key.name) }
            let place = index < 0 ? index + list.count : index
            return place >= 0 && place < list.count ? list[place] : .undefined(key.name)
        case .string(let text), .markup(let text):
            guard let index = key.integer else { return .undefined(key.name) }
            if let run, text.utf8.count > TextIndex.stride {
                let scalars = run.index(of: text)
                let place = index < 0 ? index + scalars.count : index
                guard place >= 0, place < scalars.count else { return .undefined(key.name) }
                return withText(scalars.text(place..<place + 1))
            }
            let place = index < 0 ? index + TemplateText.length(text) : index
            return TemplateText.scalar(text, at: place).map { withText($0) } ?? .undefined(key.name)
        case .object, .undefined, .none, .bool, .integer, .number: return member(key.name)
        }
    }

    /// What a key is called.
    private var name: String {
        switch self {
        case .string(let text), .markup(let text): text
        case .integer(let value): String(value)
        case .undefined(let name): name
        case .none, .bool, .number, .list, .map, .object: typeName
        }
    }

    /// The member that a path such as `"address.zip"` or an index leads to.
    func member(at path: AttributePath) -> TemplateValue { path.member(of: self) }

    /// What a loop runs over: elements, keys, or the scalars of a text; nothing for what is undefined.
    func elements(_ run: TemplateRun, at offset: Int) throws(TemplateError) -> any TemplateList {
        switch self {
        case .list(let list): return list
        case .map(let map):
            try run.checkRoom(forElements: map.count, "the list of keys", at: offset)
            try run.look(through: map.count, at: offset)
            return ValueList(map.keys)
        case .string(let text), .markup(let text):
            try run.checkRoom(forElements: text.utf8.count, "the list of characters", at: offset)
            try run.look(through: text.utf8.count, at: offset)
            return ValueList(TemplateText.scalars(text).map { .string($0) })
        case .undefined: return ValueList([])
        case .object(let object as UnreadableValue):
            throw TemplateError(.unreadableValue(object.reason), at: offset)
        case .none, .bool, .integer, .number, .object: throw TemplateError(.notIterable(typeName), at: offset)
        }
    }

    /// The number of elements, keys or scalars.
    func length(_ run: TemplateRun, at offset: Int) throws(TemplateError) -> Int {
        switch self {
        case .list(let list): list.count
        case .map(let map): map.count
        case .string(let text), .markup(let text):
            text.utf8.count > TextIndex.stride ? run.index(of: text).count : TemplateText.length(text)
        case .undefined: 0
        case .none, .bool, .integer, .number, .object: throw .unsupported("length", self, at: offset)
        }
    }
}
