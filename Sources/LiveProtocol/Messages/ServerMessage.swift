/// What a session says to its client (WIRE.md 2 to 4).
public enum ServerMessage: Equatable, Sendable {
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
}
