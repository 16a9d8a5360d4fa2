import LiveProtocol
import NIOCore
import NIOWebSocket

/// Puts the frames of a client together to messages (RFC 6455, section 5.4).
struct MessageAssembly {
    /// The most bytes of a message.
    let limit: Int
    /// What has come of a message in several frames, and whether it is text.
    private var begun: (isText: Bool, bytes: ByteBuffer)?

    init(limit: Int) { self.limit = limit }

    /// Takes a frame of data.
    ///
    /// - Returns: The message that it completes; nil when more is to come.
    mutating func take(_ frame: WebSocketFrame) throws(SocketClosure) -> WireFrame? {
        var data = frame.unmaskedData
        let isText: Bool
        if frame.opcode == .continuation {
            guard let begun else { throw .protocolError("a continuation of nothing") }
            self.begun = nil
            guard begun.bytes.readableBytes + data.readableBytes <= limit else { throw .frameTooLarge }
            isText = begun.isText
            var bytes = begun.bytes
            bytes.writeBuffer(&data)
            data = bytes
        } else {
            guard begun == nil else { throw .protocolError("a message within a message") }
            guard data.readableBytes <= limit else { throw .frameTooLarge }
            isText = frame.opcode == .text
        }
        guard frame.fin else {
            begun = (isText, data)
            return nil
        }
        guard isText else { return .binary(Array(data.readableBytesView)) }
        guard let text = String(validating: data.readableBytesView, as: UTF8.self) else { throw .notUTF8 }
        return .text(text)
    }
}
