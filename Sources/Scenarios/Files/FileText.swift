/// Reads bytes as UTF-8, and says of others what they are.
enum FileText {
    /// - Throws: Why the bytes are no UTF-8, and where.
    static func read(_ bytes: [UInt8], path: String) throws(ScenarioProblem) -> String {
        if let name = foreignEncoding(of: bytes) {
            throw ScenarioProblem(path: path, place: nil, kind: .foreignEncoding(name))
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // A byte order mark counts in no column.
        throw firstFault(in: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, path: path)
    }

    /// The encoding that a file has by its mark, or by the zeros between its letters.
    private static func foreignEncoding(of bytes: [UInt8]) -> String? {
        let start = bytes.prefix(4)
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        guard start.count == 4, (start[0] == 0) != (start[1] == 0), (start[2] == 0) != (start[3] == 0) else {
            return nil
        }
        return "UTF-16"
    }

    /// The first byte at which what the bytes stand for and what is read of them part.
    private static func firstFault(in bytes: [UInt8], path: String) -> ScenarioProblem {
        var offset = 0
        var place = Place(line: 1, column: 1)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let width = UTF8.width(scalar)
            guard bytes.dropFirst(offset).starts(with: String(scalar).utf8) else { break }
            offset += width
            place =
                scalar == "\n"
                ? Place(line: place.line + 1, column: 1) : Place(line: place.line, column: place.column + 1)
        }
        let byte = offset < bytes.count ? bytes[offset] : 0
        return ScenarioProblem(path: path, place: place, kind: .invalidByte(byte))
    }
}
