import OrderedCollections

/// One message to the server with its addressing (TheWire.md, "Frames").
public struct ClientFrame: Equatable, Sendable {
    /// The reference of the join that this message belongs to.
    package var joinReference: Int?
    package var reference: Int
    /// `lv:` and the id of the view's container.
    package var topic: String
    package var message: ClientMessage

    package init(joinReference: Int?, reference: Int, topic: String, message: ClientMessage) {
        self.joinReference = joinReference
        self.reference = reference
        self.topic = topic
        self.message = message
    }
}

/// One message from the server with its addressing (TheWire.md, "Frames").
public struct ServerFrame: Equatable, Sendable {
    package var joinReference: Int?
    /// The reference of the message that is answered; nil for pushes.
    package var reference: Int?
    package var topic: String
    package var message: ServerMessage

    package init(joinReference: Int?, reference: Int?, topic: String, message: ServerMessage) {
        self.joinReference = joinReference
        self.reference = reference
        self.topic = topic
        self.message = message
    }
}

/// What a client says to one session, or on the channel of one file (TheWire.md, "What a client says").
public enum ClientMessage: Equatable, Sendable {
    case join(JoinRequest)
    indirect case event(EventPush)
    /// The person followed a patch link, or went back or forward; the address is absolute.
    case livePatch(url: String)
    case componentsWillBeDestroyed([Int])
    case componentsDestroyed([Int])
    case allowUpload(UploadPreflight)
    case uploadProgress(UploadProgress)
    /// Opens the channel of one file (TheWire.md, "Uploads on the wire").
    case joinUpload(token: JSONValue)
    /// The next bytes of the file whose channel the topic names.
    case uploadChunk([UInt8])
    case leave
}

/// What a session says to its client (TheWire.md, "What a server says").
package enum ServerMessage: Equatable, Sendable {
    /// The answer to the message whose reference the frame carries.
    indirect case reply(Reply)
    indirect case diff(Diff)
    /// The address changes; `handleParams` has run already.
    case livePatch(LivePatch)
    case liveRedirect(LiveRedirect)
    case redirect(Redirect)
    /// The session ended as it should.
    case close
    /// The session crashed.
    case error
    /// Something that no client of this protocol knows, by its name.
    case unknown(String)
    /// Something that cannot be read; the reason is for people.
    case unreadable(String)
}

/// The answer to one message of the client.
package enum Reply: Equatable, Sendable {
    case joined(JoinReply)
    /// Refused; for joins.
    case refused(JoinRefusal)
    /// An event or patch was handled; the diff is nil when nothing changed.
    case handled(Diff?)
    case liveRedirect(LiveRedirect)
    case redirect(Redirect)
    /// The address belongs to another view: follow it by a live redirect.
    case linkRedirect
    /// The components that are really gone.
    case componentsDeleted([Int])
    case upload(UploadReply)
    /// An error with the server's own words, for messages other than joins.
    case failed(JSONValue)
}
