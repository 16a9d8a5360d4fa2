/// All keys of a `CodingKey` enumeration, which the language does not list.
enum KeyListing {
    /// The keys in the order of their cases; none when the type is no plain enumeration.
    static func all<Key: CodingKey>(_ type: Key.Type) -> [Key] {
        switch (MemoryLayout<Key>.size, MemoryLayout<Key?>.size) {
        case (0, 1): [only(type)]
        case (1, 1): numbered(type)
        default: []
        }
    }

    /// The keys of an enumeration that takes one byte.
    ///
    /// No number that is no case is ever taken as one: an enumeration whose cases carry nothing counts them from 0, and
    /// the first number past the last case is `nil` in the optional of it. That it is such an enumeration is seen from its
    /// first value: 0 stands for a value of every type of one byte that has numbers left for `nil`, and cases that carry
    /// something come before those that do not; so when that value is a case without content, all are.
    private static func numbered<Key: CodingKey>(_ type: Key.Type) -> [Key] {
        guard let first = key(0, type) else { return [] }
        let mirror = Mirror(reflecting: first)
        guard mirror.displayStyle == .enum, mirror.children.isEmpty else { return [] }
        var keys = [first]
        for number in UInt8(1)...UInt8.max {
            guard let key = key(number, type) else { break }
            keys.append(key)
        }
        return keys
    }

    // The sizes of both are one byte here, which `all` has looked at.
    private static func key<Key: CodingKey>(_ number: UInt8, _ type: Key.Type) -> Key? {
        unsafeBitCast(number, to: Key?.self)
    }

    /// The key of an enumeration of one case. A type without size has one value or none, and its optional has a size only
    /// when there is one; that value has no bits that could be wrong.
    private static func only<Key: CodingKey>(_ type: Key.Type) -> Key { unsafeBitCast((), to: type) }
}
