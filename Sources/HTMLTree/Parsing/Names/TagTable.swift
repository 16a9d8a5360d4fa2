/// Finds the `Tag` of a name by one multiplication and, as a rule, one comparison.
struct TagTable: Sendable {
    /// Built once, by the first parse.
    static let shared = TagTable()

    /// Names by `Tag.rawValue`.
    let names: [String]
    private let keys: [PackedName]
    private let slots: [UInt8]

    private static let slotCount = 1024

    private init() {
        let spellings = Tag.spellings.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        names = [""] + spellings.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
        keys = names.map { PackedName($0.utf8) }
        var slots = [UInt8](repeating: 0, count: Self.slotCount)
        for tag in 1..<keys.count {
            var slot = Self.slot(of: keys[tag])
            while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
            slots[slot] = UInt8(tag)
        }
        self.slots = slots
    }

    /// The tag of a lower-case name; `other` for a name without rules of its own.
    func tag(of name: PackedName) -> Tag {
        guard !name.isTooLong else { return .other }
        var slot = Self.slot(of: name)
        while slots[slot] != 0 {
            if keys[Int(slots[slot])] == name { return Tag(rawValue: slots[slot]) ?? .other }
            slot = (slot + 1) % Self.slotCount
        }
        return .other
    }

    func name(of tag: Tag) -> String { names[Int(tag.rawValue)] }

    private static func slot(of name: PackedName) -> Int {
        let mixed = (name.low ^ (name.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 54)
    }
}

/// A name of at most 16 bytes in two words, to be compared and hashed without touching memory.
struct PackedName: Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    var isTooLong: Bool { count > 16 }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) &<< UInt64(count &* 8)
        } else if count < 16 {
            high |= UInt64(byte) &<< UInt64((count &- 8) &* 8)
        }
        count &+= 1
    }
}
