/// All keys of a `CodingKey` enumeration, which the language does not list.
enum KeyListing {
    /// The keys in the order of their cases; none when the type is no plain enumeration.
    static func all<Key: CodingKey>(_ type: Key.Type) -> [Key] {
        // An enumeration without payloads and with 2 to 255 cases is one byte that counts them from 0, and the first
        // number past the last case is `nil` in the optional of it. So no number that is no case is ever taken as one.
        guard MemoryLayout<Key>.size == 1, MemoryLayout<Key?>.size == 1 else { return only(type).map { [$0] } ?? [] }
        var keys: [Key] = []
        for number in UInt8.min...UInt8.max {
            guard let key = unsafeBitCast(number, to: Key?.self) else { break }
            keys.append(key)
        }
        return keys
    }

    /// The key of an enumeration of one case, which takes no room at all.
    private static func only<Key: CodingKey>(_ type: Key.Type) -> Key? {
        guard MemoryLayout<Key>.size == 0 else { return nil }
        return unsafeBitCast((), to: type)
    }
}
