/// One cell of a frame as it is kept: without references, so that frames are made, copied and compared in one go.
struct PackedCell: Hashable {
    /// The UTF-8 of the text, first byte lowest, with the count of bytes in the highest byte; or, under `clusterMark`, the
    /// place of a longer text in the frame's list.
    var text: UInt64
    var style: CellStyle

    static let clusterMark: UInt64 = 0xFF << 56
    /// The right half of a wide character.
    static let rightHalf: UInt64 = 0
    static let space = pack(ascii: UInt8(ascii: " "))

    static func pack(ascii byte: UInt8) -> UInt64 { 1 << 56 | UInt64(byte) }

    /// A text of at most seven bytes; nil for a longer one.
    static func pack(_ text: String) -> UInt64? {
        let bytes = text.utf8
        guard bytes.count <= 7 else { return nil }
        var packed = UInt64(bytes.count) << 56
        var shift: UInt64 = 0
        for byte in bytes {
            packed |= UInt64(byte) << shift
            shift += 8
        }
        return packed
    }

    /// The place of the text in the frame's list; nil for one that is in the cell itself.
    var clusterPlace: Int? {
        text >= Self.clusterMark ? Int(text & 0xFFFF_FFFF) : nil
    }

    /// Writes the UTF-8 of a text that is in the cell itself.
    func write(to bytes: inout [UInt8]) {
        var rest = text
        for _ in 0..<(text >> 56) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
