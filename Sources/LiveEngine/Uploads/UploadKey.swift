/// Names one chosen file of a session.
struct UploadKey: Hashable, Sendable {
    let upload: String
    let entry: String
}
