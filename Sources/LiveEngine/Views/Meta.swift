/// What a page can show beside its context.
public struct Meta: Sendable {
    /// The messages to show.
    public var flash: Flash
    /// Path and query.
    public var url: String
    /// What hooks and view have assigned.
    public var assigns: Assigns
    /// The uploads that the view has allowed.
    public var uploads = Uploads()

    /// Makes what a page is tried with.
    public init(flash: Flash = Flash(), url: String = "/", assigns: Assigns = Assigns()) {
        self.flash = flash
        self.url = url
        self.assigns = assigns
    }

    /// The address without its query.
    public var path: String { Address(url).path }
}

extension SocketState {
    /// What the page of a view can show beside its context.
    var meta: Meta {
        var meta = Meta(flash: flash, url: url, assigns: assigns)
        if !uploads.isEmpty { meta.uploads = ownUploads }
        return meta
    }
}
