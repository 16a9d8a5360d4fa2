import LiveProtocol

extension Form {
    /// A field by its path: `form["name"]`, `form["address.city"]`.
    public subscript(field: String) -> FormField {
        let path = field.split(separator: ".").map(String.init)
        let content = FormContent(value: FormTree.value(at: path, in: contents))
        let isUsed = used.contains(field)
        return FormField(
            name: path.reduce(name) { "\($0)[\($1)]" }, id: path.reduce(name) { "\($0)_\($1)" }, value: content.text,
            values: content.texts, errors: isUsed ? problems[field] ?? [] : [], isUsed: isUsed,
            isPending: answers.contains { $0.place == field && $0.state == .pending })
    }

    /// The fields of a group: `form.group("address")["city"]`.
    public func group(_ path: String) -> FormGroup<Model> { FormGroup(form: self, path: path, key: "") }

    /// The entries of a repeated group, in their order.
    public func entries(_ path: String) -> [FormGroup<Model>] {
        let steps = path.split(separator: ".").map(String.init)
        guard case .object(let members)? = FormTree.value(at: steps, in: contents) else { return [] }
        return members.keys.map { FormGroup(form: self, path: FormTree.joined(path, $0), key: $0) }
    }

    /// The errors that concern no field that is there.
    public var errors: [String] { problems[""] ?? [] }
}

// What template files see: `{{ form.fields.name.value }}`, `{% for guest in form.fields.guests %}`.
extension Form: Encodable {
    private enum Key: String, CodingKey {
        case name, isValid, isPending, errors, fields
    }

    /// Writes what template files see of the form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(isValid, forKey: .isValid)
        try container.encode(isPending, forKey: .isPending)
        try container.encode(errors, forKey: .errors)
        try container.encode(try fields(of: contents, at: ""), forKey: .fields)
    }

    /// Fields as groups of what a page shows of them; repeated groups as lists, each entry with its `key`.
    private func fields(of value: JSONValue, at path: String) throws -> JSONValue {
        guard case .object(let members) = value else { return try JSONValue(encoding: self[path]) }
        guard FormTree.isRepeated(members) else { return .object(try fieldMembers(members, at: path)) }
        return .array(
            try members.map { key, entry in
                guard case .object(let fields) = entry else { return entry }
                var entry = try fieldMembers(fields, at: FormTree.joined(path, key))
                entry["key"] = entry["key"] ?? .string(key)
                return .object(entry)
            })
    }

    private func fieldMembers(_ members: FormTree.Members, at path: String) throws -> FormTree.Members {
        var result: FormTree.Members = [:]
        for (key, member) in members { result[key] = try fields(of: member, at: FormTree.joined(path, key)) }
        return result
    }
}
