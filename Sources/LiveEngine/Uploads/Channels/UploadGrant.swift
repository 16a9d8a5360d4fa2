/// The right to send one file, once.
struct UploadGrant: Sendable {
    let token: String
    let key: UploadKey
    let entry: Upload.Entry
    let rules: UploadRules

    init(token: String, key: UploadKey, _ entry: Upload.Entry, _ rules: UploadRules) {
        self.token = token
        self.key = key
        self.entry = entry
        self.rules = rules
    }
}
