// What template files see: `{{ entry.name }}`, `{% for error in entry.errors %}`.
extension Upload.Entry: Encodable {
    private enum Key: String, CodingKey {
        case ref, name, relativePath, type, size, progress, isPreflighted, isDone, isValid, errors
    }

    /// Writes what template files see of a file.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(ref, forKey: .ref)
        try container.encode(name, forKey: .name)
        try container.encode(relativePath, forKey: .relativePath)
        try container.encode(type, forKey: .type)
        try container.encode(size, forKey: .size)
        try container.encode(progress, forKey: .progress)
        try container.encode(isPreflighted, forKey: .isPreflighted)
        try container.encode(isDone, forKey: .isDone)
        try container.encode(isValid, forKey: .isValid)
        try container.encode(errors, forKey: .errors)
    }
}
