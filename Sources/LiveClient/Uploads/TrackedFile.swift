import LiveProtocol

/// A file that was chosen in a live file input.
final class TrackedFile {
    enum Stage {
        case chosen
        /// The view was asked whether it may be sent.
        case preflighting
        case sending
        /// The view has all of it.
        case sent
    }

    let file: ClientFile
    /// By which its view knows it.
    let reference: String
    /// Whether its view was told of it.
    var isAnnounced = false
    var stage = Stage.chosen

    init(_ file: ClientFile, reference: String) {
        self.file = file
        self.reference = reference
    }

    /// The file as its view is told of it.
    ///
    /// - Parameter path: The name of the input; nil in a preflight.
    func entry(path: String? = nil) -> UploadEntry {
        UploadEntry(
            path: path, reference: reference, name: file.name, relativePath: file.relativePath, type: file.type,
            size: file.size, lastModified: file.lastModified, meta: file.meta)
    }
}
