/// All keys of a `CodingKey` enumeration, which the language does not list.
enum KeyListing {
    /// The keys in the order of their cases; none when the type is no enumeration, or when its cases carry something.
    static func all<Key: CodingKey>(_ type: Key.Type) -> [Key] {
        guard let count = caseCount(of: type), count > 0 else { return [] }
        // Cases that carry nothing are counted from 0 in as little room as they need: none for one, a byte for up to 256.
        guard MemoryLayout<Key>.size == (count == 1 ? 0 : 1), count <= 256 else { return [] }
        return (0..<count).map { number in
            withUnsafeBytes(of: UInt8(number)) { $0.load(as: type) }
        }
    }

    /// How many cases an enumeration has of which none carries anything; nil for every other type.
    ///
    /// In the description of an enumeration (docs/ABI/TypeMetadata.rst), after five fields of four bytes, stand the number
    /// of cases that carry something, in the lower 24 bits, and then of those that do not.
    static func caseCount(of type: Any.Type) -> Int? {
        guard let description = TypeKind.description(ofEnumeration: type) else { return nil }
        let carrying = description.load(fromByteOffset: 20, as: UInt32.self) & 0xFF_FFFF
        return carrying == 0 ? Int(description.load(fromByteOffset: 24, as: UInt32.self)) : nil
    }
}

/// What kind of type a type is.
enum TypeKind {
    /// Whether it is an enumeration, other than `Optional`.
    static func isEnumeration(_ type: Any.Type) -> Bool { metadata(of: type)[0] == 0x201 }

    /// Where an enumeration is described; nil for every other type, of which nothing but the kind is read.
    static func description(ofEnumeration type: Any.Type) -> UnsafeRawPointer? {
        isEnumeration(type) ? UnsafeRawPointer(bitPattern: metadata(of: type)[1]) : nil
    }

    /// A type is a pointer to its metadata, which the language's binary interface describes (docs/ABI/TypeMetadata.rst):
    /// a word for the kind, and of an enumeration, whose kind is 0x201, another for the address of its description.
    private static func metadata(of type: Any.Type) -> UnsafePointer<UInt> {
        unsafeBitCast(type, to: UnsafePointer<UInt>.self)
    }
}
