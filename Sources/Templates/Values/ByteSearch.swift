/// Finds bytes in bytes, in time that grows with their number and not with its square.
enum ByteSearch {
    /// Patterns of so many bytes are compared at each place; longer ones could take too long that way.
    private static let shortLength = 8

    /// Where a pattern that is not empty stands next.
    static func firstIndex(
        of pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard start + pattern.count <= bytes.count else { return nil }
        return pattern.count <= shortLength
            ? shortIndex(of: pattern, in: bytes, from: start) : longIndex(of: pattern, in: bytes, from: start)
    }

    private static func shortIndex(
        of pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let first = pattern[0]
        for index in start...(bytes.count - pattern.count) where bytes[index] == first {
            var length = 1
            while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
            if length == pattern.count { return index }
        }
        return nil
    }

    /// Knuth, Morris and Pratt's way: no byte is looked at twice.
    private static func longIndex(
        of pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let first = pattern[0]
        guard let place = bytes[start...].firstIndex(of: first) else { return nil }
        // How much of the pattern still fits when the byte after a part of it does not.
        var fits = [0]
        fits.reserveCapacity(pattern.count)
        var length = 0
        for index in 1..<pattern.count {
            while length > 0, pattern[index] != pattern[length] { length = fits[length - 1] }
            if pattern[index] == pattern[length] { length += 1 }
            fits.append(length)
        }
        length = 0
        for index in place..<bytes.count {
            while length > 0, bytes[index] != pattern[length] { length = fits[length - 1] }
            if bytes[index] == pattern[length] { length += 1 }
            if length == pattern.count { return index + 1 - length }
        }
        return nil
    }

    /// Where a pattern that is not empty stands last.
    static func lastIndex(of pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard pattern.count <= bytes.count else { return nil }
        let reversedPattern = Array(pattern.reversed())
        let reversedBytes = Array(bytes.reversed())
        let found = reversedPattern.withUnsafeBufferPointer { pattern in
            reversedBytes.withUnsafeBufferPointer { firstIndex(of: pattern, in: $0) }
        }
        return found.map { bytes.count - $0 - pattern.count }
    }
}
