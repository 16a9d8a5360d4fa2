/// The README as a person reads it, for tests that do what it says.
public enum Readme {
    /// The rows of the table under a heading, cell by cell, without the head.
    public static func table(under heading: String) throws -> [[String]] {
        let lines = try section(heading).split(separator: "\n").filter { $0.hasPrefix("|") }
        return lines.dropFirst(2).map { line in
            line.split(separator: "|").map { String($0.drop { $0 == " " }.trimmingSpaces) }
        }
    }

    /// The text from a heading to the next.
    public static func section(_ heading: String) throws -> String {
        let parts = try Checkout.text(of: "README.md").components(between: "\n## ")
        return parts.first { $0.hasPrefix(heading + "\n") } ?? ""
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension String {
    fileprivate func components(between text: String) -> [String] {
        split(separator: text, omittingEmptySubsequences: false).map(String.init)
    }
}
