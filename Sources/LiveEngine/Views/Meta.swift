/// What a page can show beside its context.
public struct Meta: Sendable {
    public var flash: Flash
    /// Path and query.
    public var url: String

    public init(flash: Flash = Flash(), url: String = "/") {
        self.flash = flash
        self.url = url
    }

    /// The address without its query.
    public var path: String { Address(url).path }
}
