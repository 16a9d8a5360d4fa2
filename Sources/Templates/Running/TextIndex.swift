import Markup

/// Where the scalars of a text are, so that finding one costs the same whatever its index.
struct TextIndex {
    /// How many scalars lie between two places that are known.
    static let stride = 64

    private let text: String
    /// The number of scalars.
    let count: Int
    /// The bytes at which every 64th scalar starts; empty when each scalar is a byte.
    private let places: [Int]

    init(_ text: String) {
        self.text = text
        count = TemplateText.length(text)
        guard count != text.utf8.count else {
            places = []
            return
        }
        places = text.withBytes { bytes in
            var places: [Int] = []
            var scalars = 0
            for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
                if scalars.isMultiple(of: Self.stride) { places.append(index) }
                scalars += 1
            }
            return places
        }
    }

    /// Whether this is the index of a text, to be told at once: whether both lie at the same place in memory.
    func isOf(_ other: String) -> Bool {
        guard text.utf8.count == other.utf8.count else { return false }
        let place = text.utf8.withContiguousStorageIfAvailable { $0.baseAddress } ?? nil
        return place != nil && place == other.utf8.withContiguousStorageIfAvailable { $0.baseAddress } ?? nil
    }

    /// The text of the scalars in a range.
    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        return text.withBytes { bytes in
            let start = place(of: range.lowerBound, in: bytes)
            let end = place(of: range.upperBound, in: bytes)
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }

    private func place(of index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if places.isEmpty { return index }
        if index >= count { return bytes.count }
        var place = places[index / Self.stride]
        for _ in 0..<(index % Self.stride) {
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
        }
        return place
    }
}

/// The indices of the texts that were looked into last: loops look into the same ones over and over.
struct TextIndexCache {
    private static let limit = 4
    private var indices: [TextIndex] = []
    private var next = 0

    mutating func index(of text: String) -> TextIndex {
        // A short text is looked through sooner than found here.
        guard text.utf8.count > TextIndex.stride else { return TextIndex(text) }
        if let known = indices.first(where: { $0.isOf(text) }) { return known }
        let index = TextIndex(text)
        if indices.count < Self.limit {
            indices.append(index)
        } else {
            indices[next] = index
            next = (next + 1) % Self.limit
        }
        return index
    }
}
