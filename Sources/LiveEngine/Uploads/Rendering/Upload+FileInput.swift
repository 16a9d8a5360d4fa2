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
