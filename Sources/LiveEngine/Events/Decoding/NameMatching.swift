/// Names in Swift and in markup: `userId`, `user-id` and `user_id` are the same.
enum NameMatching {
    /// Whether two names differ in nothing but hyphens, underscores and capitals.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.lazy.filter(isLetterLike).map(lowercased).elementsEqual(
            right.utf8.lazy.filter(isLetterLike).map(lowercased))
    }

    private static func isLetterLike(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
