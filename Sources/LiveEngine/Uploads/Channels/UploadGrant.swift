/// The right to send one file, once.
struct UploadGrant: Sendable {
    let token: String
    let key: UploadKey
    let entry: Upload.Entry
    let rules: UploadRules
}
