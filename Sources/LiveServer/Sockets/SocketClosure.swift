import NIOWebSocket

/// Why the server ends a socket (RFC 6455, section 7.4).
struct SocketClosure: Error, Sendable {
    let code: WebSocketErrorCode
    /// For people; at most 123 bytes.
    let reason: String
    /// What it counts as; nil for what is nobody's fault.
    var refusal: Refusal?

    static let goingAway = SocketClosure(code: .goingAway, reason: "the server ends")
    static let idle = SocketClosure(code: .policyViolation, reason: "nothing came for too long", refusal: .idle)
    static let frameTooLarge = SocketClosure(
        code: .messageTooLarge, reason: "the message is too large", refusal: .frameTooLarge)
    static let tooManyUploadBytes = SocketClosure(
        code: .policyViolation, reason: "too many bytes of files", refusal: .tooManyUploadBytes)
    static let notUTF8 = SocketClosure(
        code: .dataInconsistentWithMessage, reason: "the text is not UTF-8", refusal: .malformedFrame)

    /// The frames are not those of a WebSocket.
    static func protocolError(_ reason: String) -> SocketClosure {
        SocketClosure(code: .protocolError, reason: reason, refusal: .malformedFrame)
    }

    /// A text that is no message.
    static let notAMessage = SocketClosure(
        code: .dataInconsistentWithMessage, reason: "expected a list of five", refusal: .malformedFrame)
    /// Bytes that are no message.
    static let unknownBytes = SocketClosure(
        code: .unacceptableData, reason: "expected a chunk of a file", refusal: .malformedFrame)
}
