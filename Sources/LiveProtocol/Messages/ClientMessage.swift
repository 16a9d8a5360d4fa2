/// What a client says to one session, or on the channel of one file (WIRE.md 2, 3 and 6).
public enum ClientMessage: Equatable, Sendable {
    case join(JoinRequest)
    indirect case event(EventPush)
    /// The person followed a patch link, or went back or forward; the address is absolute.
    case livePatch(url: String)
    case componentsWillBeDestroyed([Int])
    case componentsDestroyed([Int])
    case allowUpload(UploadPreflight)
    case uploadProgress(UploadProgress)
    /// Opens the channel of one file (WIRE.md 6).
    case joinUpload(token: JSONValue)
    /// The next bytes of the file whose channel the topic names.
    case uploadChunk([UInt8])
    case leave
}
