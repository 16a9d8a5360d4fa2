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

extension ServerFrame {
    /// Reads the wire form.
    ///
    /// - Parameter request: Gives the message that was sent to a topic with a reference, if it is known.
    /// - Throws: `JSONParsingError` or `JSONDecodingError` for text, `BinaryFrameError` for bytes.
    package init(
        parsing wire: WireFrame, replyingTo request: (_ topic: String, _ reference: Int) -> ClientMessage?
    ) throws {
        switch wire {
        case .text(let text): try self.init(parsing: text, replyingTo: request)
        case .binary(let bytes): self.init(try BinaryFrame(fromServer: bytes))
        }
    }

    /// No message of a view is bytes; what is sent so is for other clients, but for the answers to chunks of files.
    private init(_ frame: BinaryFrame) {
        switch frame {
        case .reply(let joinReference, let reference, let topic, let status, _):
            self.init(
                joinReference: joinReference.isEmpty ? nil : Int(joinReference) ?? Self.foreignReference,
                reference: Int(reference) ?? Self.foreignReference, topic: topic,
                message: .reply(status == "ok" ? .handled(nil) : .failed(.string(status))))
        case .serverPush(_, let topic, let event, _), .clientPush(_, _, let topic, let event, _),
            .broadcast(let topic, let event, _):
            self.init(joinReference: nil, reference: nil, topic: topic, message: .unknown(event))
        }
    }
}
