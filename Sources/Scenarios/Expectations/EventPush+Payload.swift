import LiveClient
import LiveProtocol

extension EventPush {
    /// What the view's handler is given: a form's fields as a server reads them, nested by the brackets in their names,
    /// the last of a repeated name.
    var payload: JSONValue {
        switch value {
        case .json(let value): value
        case .form(let text): .object(FormFields.parameters(text, meta: meta ?? [:]))
        }
    }

    /// Whether all that an expectation has is there, too; lists must be the same. What came with a form may be asked for
    /// by the names of the fields as well, as `user[name]`.
    func includes(_ part: JSONValue) -> Bool {
        let payload = payload
        guard case .form = value, case .object(let members) = part else { return payload.includes(part) }
        return members.allSatisfy { key, value in
            if let found = payload[key] { return found.includes(value) }
            var found: JSONValue? = payload
            for step in FormFields.path(of: key) { found = found?[step] }
            return found?.includes(value) ?? false
        }
    }
}

extension JSONValue {
    fileprivate func includes(_ part: JSONValue) -> Bool {
        guard case .object(let members) = part else { return self == part }
        return members.allSatisfy { key, value in self[key].map { $0.includes(value) } ?? false }
    }
}
