/// The attributes with which server and client mark what belongs to a view, and how it is doing.
package enum ViewAttribute {
    // MARK: Containers of views

    static let session = "data-phx-session"
    static let staticToken = "data-phx-static"
    static let main = "data-phx-main"
    static let parentID = "data-phx-parent-id"
    static let rootID = "data-phx-root-id"
    static let sticky = "data-phx-sticky"

    // MARK: Parts of views

    /// Names the outermost element of a part, so that patches find it again.
    static let magicID = "data-phx-id"
    static let component = "data-phx-component"
    static let view = "data-phx-view"
    /// Stands for an element that did not change.
    static let skip = "data-phx-skip"
    /// Says of an item that its stream let it go.
    static let prune = "data-phx-prune"
    static let update = "data-phx-update"
    static let hook = "data-phx-hook"
    static let portal = "data-phx-portal"
    static let teleported = "data-phx-teleported"
    static let teleportedSource = "data-phx-teleported-src"
    static let link = "data-phx-link"
    static let linkState = "data-phx-link-state"

    // MARK: Pushes that wait for their answer

    static let pendingSource = "data-phx-ref-src"
    static let pendingLoading = "data-phx-ref-loading"
    static let pendingLock = "data-phx-ref-lock"
    static let wasDisabled = "data-phx-disabled"
    static let wasReadOnly = "data-phx-readonly"
    static let textBefore = "data-phx-disable-with-restore"

    // MARK: File inputs

    static let uploadReference = "data-phx-upload-ref"
    static let autoUpload = "data-phx-auto-upload"
    static let activeReferences = "data-phx-active-refs"
    static let doneReferences = "data-phx-done-refs"
    static let errorReferences = "data-phx-error-refs"
    static let preflightedReferences = "data-phx-preflighted-refs"
}
