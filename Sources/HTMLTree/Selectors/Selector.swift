/// A CSS selector, compiled: a list of alternatives of which one has to match (Selectors 4).
public struct Selector: Hashable, Sendable {
    /// The selector as written.
    public let text: String
    /// What the commas separate, first to last.
    public let alternatives: [ComplexSelector]

    /// Compiles a selector.
    ///
    /// - Throws: `SelectorError`, which names the place and what was expected there.
    public init(_ text: String) throws(SelectorError) {
        var parser = SelectorParser(text)
        self.text = text
        alternatives = try parser.parseWholeList()
    }
}
