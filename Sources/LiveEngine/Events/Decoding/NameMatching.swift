import Basics

/// Names in Swift and in markup: `userId`, `user-id` and `user_id` are the same.
enum NameMatching {
    /// Whether two names differ in nothing but hyphens, underscores and capitals.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.lazy.filter(isLetterLike).map(\.asciiLowercased).elementsEqual(
            right.utf8.lazy.filter(isLetterLike).map(\.asciiLowercased))
    }

    private static func isLetterLike(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
    }
}
