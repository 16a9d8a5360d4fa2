/// A message whose payload is bytes: a kind, the lengths of some texts, the texts, then the bytes
/// (TheWire.md, "Binary frames").
package enum BinaryFrame: Equatable, Sendable {
    case clientPush(joinReference: String, reference: String, topic: String, event: String, [UInt8])
    case serverPush(joinReference: String, topic: String, event: String, [UInt8])
    case reply(joinReference: String, reference: String, topic: String, status: String, [UInt8])
    case broadcast(topic: String, event: String, [UInt8])

    private enum Kind: UInt8 {
        case push = 0
        case reply = 1
        case broadcast = 2
    }

    /// The bytes to send.
    ///
    /// - Throws: For a text of more than 255 bytes, whose length has no room.
    package func encoded() throws(BinaryFrameError) -> [UInt8] {
        switch self {
        case .clientPush(let joinReference, let reference, let topic, let event, let bytes):
            try Self.encode(.push, [joinReference, reference, topic, event], bytes)
        case .serverPush(let joinReference, let topic, let event, let bytes):
            try Self.encode(.push, [joinReference, topic, event], bytes)
        case .reply(let joinReference, let reference, let topic, let status, let bytes):
            try Self.encode(.reply, [joinReference, reference, topic, status], bytes)
        case .broadcast(let topic, let event, let bytes): try Self.encode(.broadcast, [topic, event], bytes)
        }
    }

    /// Reads what a client sent.
    package init(fromClient bytes: [UInt8]) throws(BinaryFrameError) {
        guard let kind = bytes.first else { throw .cutShort }
        guard Kind(rawValue: kind) == .push else { throw .unknownKind(kind) }
        let (texts, rest) = try Self.decode(bytes, textCount: 4)
        self = .clientPush(joinReference: texts[0], reference: texts[1], topic: texts[2], event: texts[3], rest)
    }

    /// Reads what a server sent, whose pushes have no reference.
    package init(fromServer bytes: [UInt8]) throws(BinaryFrameError) {
        guard let kind = bytes.first else { throw .cutShort }
        switch Kind(rawValue: kind) {
        case .push?:
            let (texts, rest) = try Self.decode(bytes, textCount: 3)
            self = .serverPush(joinReference: texts[0], topic: texts[1], event: texts[2], rest)
        case .reply?:
            let (texts, rest) = try Self.decode(bytes, textCount: 4)
            self = .reply(joinReference: texts[0], reference: texts[1], topic: texts[2], status: texts[3], rest)
        case .broadcast?:
            let (texts, rest) = try Self.decode(bytes, textCount: 2)
            self = .broadcast(topic: texts[0], event: texts[1], rest)
        case nil: throw .unknownKind(kind)
        }
    }

    private static func encode(
        _ kind: Kind, _ texts: [String], _ bytes: [UInt8]
    ) throws(BinaryFrameError) -> [UInt8] {
        var frame = [kind.rawValue]
        for text in texts {
            guard let length = UInt8(exactly: text.utf8.count) else { throw .textTooLong(text) }
            frame.append(length)
        }
        for text in texts { frame += text.utf8 }
        return frame + bytes
    }

    private static func decode(
        _ bytes: [UInt8], textCount: Int
    ) throws(BinaryFrameError) -> (texts: [String], rest: [UInt8]) {
        guard bytes.count > textCount else { throw .cutShort }
        var place = 1 + textCount
        var texts: [String] = []
        for length in bytes[1...textCount] {
            let end = place + Int(length)
            guard end <= bytes.count else { throw .cutShort }
            texts.append(String(decoding: bytes[place..<end], as: UTF8.self))
            place = end
        }
        return (texts, Array(bytes[place...]))
    }
}

/// Why bytes are no binary frame, or a message cannot be one.
package enum BinaryFrameError: Error, Hashable, Sendable {
    /// It ends before its texts do.
    case cutShort
    case unknownKind(UInt8)
    /// A text of more than 255 bytes.
    case textTooLong(String)
    /// No message of this name travels as bytes.
    case unknownEvent(String)
    /// A reference that is no number.
    case invalidReference(String)
}

extension BinaryFrameError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cutShort: "the binary frame ends before its texts do"
        case .unknownKind(let kind): "binary frame of kind \(kind): expected 0, 1 or 2"
        case .textTooLong(let text):
            "a text of \(text.utf8.count) bytes in a binary frame, expected at most 255: \"\(text.prefix(40))…\""
        case .unknownEvent(let event): "binary frame with the event \"\(event)\": expected \"chunk\""
        case .invalidReference(let reference): "binary frame with the reference \"\(reference)\": expected a number"
        }
    }
}
