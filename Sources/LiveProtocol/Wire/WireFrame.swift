/// A message as it travels over a network: as text, or as bytes where it carries some.
package enum WireFrame: Equatable, Sendable {
    case text(String)
    case binary([UInt8])
}

extension ClientFrame {
    /// The wire form: binary for the chunks of files, JSON for all else.
    ///
    /// - Throws: `BinaryFrameError` for a topic too long for the binary form.
    package func wire() throws(BinaryFrameError) -> WireFrame {
        guard case .uploadChunk(let bytes) = message else { return .text(json) }
        let frame = BinaryFrame.clientPush(
            joinReference: joinReference.map(String.init) ?? "", reference: String(reference), topic: topic,
            event: message.name, bytes)
        return .binary(try frame.encoded())
    }

    /// Reads the wire form.
    ///
    /// - Throws: `JSONParsingError` or `JSONDecodingError` for text, `BinaryFrameError` for bytes.
    package init(parsing wire: WireFrame) throws {
        switch wire {
        case .text(let text): try self.init(parsing: text)
        case .binary(let bytes): try self.init(parsing: bytes)
        }
    }

    private init(parsing bytes: [UInt8]) throws(BinaryFrameError) {
        guard
            case .clientPush(let joinReference, let reference, let topic, let event, let data) =
                try BinaryFrame(fromClient: bytes)
        else { throw .cutShort }
        guard event == ClientMessage.uploadChunk([]).name else { throw .unknownEvent(event) }
        guard let number = Int(reference) else { throw .invalidReference(reference) }
        guard joinReference.isEmpty || Int(joinReference) != nil else { throw .invalidReference(joinReference) }
        self.init(
            joinReference: Int(joinReference), reference: number, topic: topic, message: .uploadChunk(data))
    }
}
