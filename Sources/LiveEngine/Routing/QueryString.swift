import Basics

/// The query of an address, written from names and values.
public enum QueryString {
    /// Writes a query with its question mark, such as `?q=red+kite&page=2`; nothing when no value is left.
    ///
    /// - Parameter values: In the order in which they are written; those that are nil or empty are left out.
    public static func make(_ values: KeyValuePairs<String, String?>) -> String {
        let pairs = values.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(encoded(name))=\(encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String { PercentCoding.encode(text, spaceAsPlus: true) }
}
