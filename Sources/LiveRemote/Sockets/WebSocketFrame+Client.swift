import LiveProtocol
import NIOCore
import NIOWebSocket

/// The frames of a client, which are masked (RFC 6455, section 5.3).
extension WebSocketFrame {
    init(sending wire: WireFrame) {
        switch wire {
        case .text(let text): self.init(fin: true, opcode: .text, maskKey: .random(), data: ByteBuffer(string: text))
        case .binary(let bytes):
            self.init(fin: true, opcode: .binary, maskKey: .random(), data: ByteBuffer(bytes: bytes))
        }
    }

    /// Ends the connection.
    init(closing code: WebSocketErrorCode) {
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        self.init(fin: true, opcode: .connectionClose, maskKey: .random(), data: data)
    }

    /// Gives back what a ping or a goodbye said.
    init(answering frame: WebSocketFrame, _ opcode: WebSocketOpcode) {
        self.init(fin: true, opcode: opcode, maskKey: .random(), data: frame.unmaskedData)
    }

    /// Whether it uses what only extensions have, of which none was agreed on.
    var isExtended: Bool { rsv1 || rsv2 || rsv3 }
}
