import LiveClient

/// A file that a step chooses.
package struct UploadFile: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case bytes([UInt8])
        /// So many bytes of no meaning, the same ones each time.
        case generated(size: Int)
    }

    package var name: String
    /// The media type; what the ending of the name says unless given.
    package var type: String?
    package var content: Content

    /// The file as a person has it.
    var file: ClientFile {
        switch content {
        case .bytes(let bytes): ClientFile(name: name, type: type, bytes: bytes)
        case .generated(let size):
            ClientFile(name: name, type: type, size: size) { range in
                range.map { UInt8(ascii: "a") + UInt8($0 % 26) }
            }
        }
    }
}
