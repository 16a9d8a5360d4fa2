/// What is asked of a session's channels for files.
enum UploadRequest {
    case expect(UploadGrant)
    /// The file was consumed, or is not wanted any more.
    case drop(UploadKey)
}
