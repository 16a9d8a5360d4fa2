import Markup

extension Upload {
    /// The file input through which a page chooses the files: `\(meta.uploads["avatar"]?.fileInput())`. Its id is `ref`,
    /// which a label names in `for`, and a place to drop files on in `phx-drop-target`.
    ///
    /// - Parameters:
    ///   - isRequired: Whether the form cannot be sent without a file.
    ///   - cssClass: The value of `class`.
    public func fileInput(isRequired: Bool = false, cssClass: String? = nil) -> Rendered {
        """
        <input type="file" id="\(ref)" name="\(name)" \(attribute: "accept", accepted) \
        \(attribute: "multiple", if: rules.maxEntries > 1) \(attribute: "required", if: isRequired) \
        \(attribute: "class", cssClass) data-phx-hook="Phoenix.LiveFileUpload" data-phx-update="ignore" \
        data-phx-upload-ref="\(ref)" data-phx-active-refs="\(refs(of: { _ in true }))" \
        data-phx-done-refs="\(refs(of: \.isDone))" data-phx-preflighted-refs="\(refs(of: \.isPreflighted))" \
        \(attribute: "data-phx-error-refs", errorRefs) \(attribute: "data-phx-auto-upload", if: rules.isAutomatic)>
        """
    }

    private var accepted: String? { rules.accept.isEmpty ? nil : rules.accept.joined(separator: ",") }

    private func refs(of isMeant: (Entry) -> Bool) -> String {
        entries.filter(isMeant).map(\.ref).joined(separator: ",")
    }

    /// What keeps the form from being sent; nil when nothing does.
    private var errorRefs: String? {
        guard !isValid else { return nil }
        return ((errors.isEmpty ? [] : [ref]) + entries.filter { !$0.isValid }.map(\.ref)).joined(separator: ",")
    }
}

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
