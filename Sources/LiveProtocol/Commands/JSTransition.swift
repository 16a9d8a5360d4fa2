/// The classes of a transition: during it, at its start, and at its end.
public struct JSTransition: Hashable, Sendable, ExpressibleByStringLiteral {
    public var during: [String]
    public var start: [String]
    public var end: [String]

    public init(during: [String], start: [String] = [], end: [String] = []) {
        self.during = during
        self.start = start
        self.end = end
    }

    /// Reads class names divided by spaces, as the classes during the transition.
    public init(stringLiteral names: String) {
        self.init(during: names.split(separator: " ").map(String.init))
    }
}
