/// What a value in a path must look like to match.
enum ParameterKind: String, CaseIterable {
    /// Anything but a slash.
    case text = "string"
    /// Digits, with a minus sign or without, that are within `Int`.
    case int
    /// Digits, with a fraction or without.
    case float
    case uuid
    /// All the rest, slashes too.
    case path

    /// How much it leaves open; of several patterns that match, the one that leaves less open is taken.
    var openness: Int {
        switch self {
        case .int, .float, .uuid: 1
        case .text: 2
        case .path: 3
        }
    }

    /// Whether a segment of a path can be such a value.
    func takes(_ segment: String) -> Bool {
        switch self {
        case .text, .path: true
        case .int: Self.isNumber(segment, allowsFraction: false) && Int(segment) != nil
        case .float: Self.isNumber(segment, allowsFraction: true)
        case .uuid: Self.isUUID(segment)
        }
    }

    private static func isNumber(_ text: String, allowsFraction: Bool) -> Bool {
        let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...(allowsFraction ? 2 : 1)).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
    }

    private static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
    }
}
