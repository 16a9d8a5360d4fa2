/// What a client says to one session (WIRE.md 2 and 3).
public enum ClientMessage: Equatable, Sendable {
    case join(JoinRequest)
    indirect case event(EventPush)
    /// The person followed a patch link, or went back or forward; the address is absolute.
    case livePatch(url: String)
    case componentsWillBeDestroyed([Int])
    case componentsDestroyed([Int])
    case allowUpload(UploadPreflight)
    case uploadProgress(UploadProgress)
    case leave
}
