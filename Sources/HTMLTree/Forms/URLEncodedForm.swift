import Basics

/// The text form in which forms send their fields: `application/x-www-form-urlencoded`, as `URLSearchParams` writes it
/// (TheClientsRules.md, "The fields of a form", 6).
package enum URLEncodedForm {
    /// Writes pairs of name and value.
    package static func encode(_ pairs: some Sequence<(String, String)>) -> String {
        pairs.map { "\(encode($0))=\(encode($1))" }.joined(separator: "&")
    }

    /// Reads pairs of name and value; what is not well formed stays as it is.
    package static func decode(_ text: String) -> [(String, String)] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (decode(parts[0]), parts.count > 1 ? decode(parts[1]) : "")
        }
    }

    private static func encode(_ text: String) -> String {
        PercentCoding.encode(text, keeping: "*-._", spaceAsPlus: true)
    }

    private static func decode(_ text: Substring.UTF8View) -> String { PercentCoding.decode(text, plusIsSpace: true) }
}
