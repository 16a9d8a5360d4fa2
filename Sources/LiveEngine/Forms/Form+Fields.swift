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
