/// What a page can show beside its context.
public struct Meta: Sendable {
    public var flash: Flash
    /// Path and query.
    public var url: String
    /// The uploads that the view has allowed.
    public var uploads: Uploads

    public init(flash: Flash = Flash(), url: String = "/") {
        self.init(flash: flash, url: url, uploads: Uploads())
    }

    init(flash: Flash, url: String, uploads: Uploads) {
        self.flash = flash
        self.url = url
        self.uploads = uploads
    }

    /// The address without its query.
    public var path: String { Address(url).path }
}
