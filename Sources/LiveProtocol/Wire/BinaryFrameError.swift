/// Why bytes are no binary frame, or a message cannot be one.
public enum BinaryFrameError: Error, Hashable, Sendable {
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
    public var description: String {
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
