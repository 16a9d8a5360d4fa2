extension StringProtocol {
    /// The text without white space at its ends and with one blank for each run of it within (as HTML's "strip and
    /// collapse ASCII whitespace").
    public func foldingWhitespace() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if !ASCIIText.isWhitespace(byte) {
                bytes.append(byte)
            } else if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
