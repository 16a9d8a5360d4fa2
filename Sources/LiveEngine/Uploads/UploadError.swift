/// What was asked of uploads and cannot be.
public enum UploadError: Error, Hashable, Sendable {
    /// An upload was given no name.
    case emptyName
    /// What is accepted is written in a way that names no kind of file.
    case invalidPattern(String, upload: String)
    /// A rule allows nothing at all.
    case notPositive(rule: String, found: String, upload: String)
    /// There is no upload of this name; those that there are.
    case unknownUpload(String, known: [String])
    /// The page names an upload that this view, or this component, has not.
    case unknownReference(String)
    /// Rules cannot change, or end, while files are chosen under them.
    case hasEntries(upload: String, names: [String])
    /// These files have not come yet.
    case inProgress(upload: String, names: [String])
    /// There is no file of this reference.
    case unknownEntry(String, upload: String)
    /// What makes an external upload gave no object with `uploader`.
    case noUploader(upload: String)
}

extension UploadError: CustomStringConvertible {
    /// What was asked and why it cannot be, in words for people.
    public var description: String {
        switch self {
        case .emptyName: "an upload needs a name"
        case .invalidPattern(let pattern, let upload):
            "upload \"\(upload)\": accept \"\(pattern)\": expected an ending as .jpg, a media type as image/png, "
                + "or a group of them as image/*"
        case .notPositive(let rule, let found, let upload):
            "upload \"\(upload)\": \(rule) must be more than nothing, got \(found)"
        case .unknownUpload(let name, let known):
            "there is no upload \"\(name)\"; "
                + (known.isEmpty
                    ? "none was allowed: call allowUpload first"
                    : "there is \(known.map { "\"\($0)\"" }.joined(separator: ", "))")
        case .unknownReference(let reference):
            "the upload \"\(reference)\" belongs to no one here: the form must send to who allowed it (phx-target)"
        case .hasEntries(let upload, let names):
            "upload \"\(upload)\": files are chosen (\(Self.list(names))); consume or cancel them first"
        case .inProgress(let upload, let names): "upload \"\(upload)\": still in progress: \(Self.list(names))"
        case .unknownEntry(let reference, let upload): "upload \"\(upload)\" has no entry \"\(reference)\""
        case .noUploader(let upload): "upload \"\(upload)\": external must give an object with the text \"uploader\""
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}
