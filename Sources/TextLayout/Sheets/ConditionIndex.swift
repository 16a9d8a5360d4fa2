import HTMLTree

/// What the selectors of a page ask of elements around the one they select.
struct ConditionIndex {
    private var selectors: [ComplexSelector] = []
    private var buckets = SelectorBuckets()
    /// Whether the siblings of an element can decide about a condition.
    private(set) var looksBeside = false

    /// Stands for a fieldset that disables what is in it.
    private static let disabledFieldset: Int32 = -1
    /// Stands for the legend whose controls a disabled fieldset spares.
    private static let sparedLegend: Int32 = -2

    /// Takes the conditions of a selector.
    mutating func add(_ selector: ComplexSelector) {
        for condition in selector.conditions where !selectors.contains(condition) {
            buckets.add(condition, at: Int32(selectors.count))
            selectors.append(condition)
            if condition.reach.contains(.beside) { looksBeside = true }
        }
    }

    /// The conditions that an element fulfils.
    func fulfilled(by node: NodeID, in document: Document) -> [Int32] {
        let name = document.name(of: node)
        var found = buckets.candidates(type: name, attributes: document.attributes(of: node)).filter {
            document.matches(node, selectors[Int($0)])
        }
        // Being disabled comes from above too (WHATWG 4.10.18.5).
        if name == "fieldset", document.hasAttribute("disabled", of: node) { found.append(Self.disabledFieldset) }
        if name == "legend", Self.isFirstLegend(node, in: document) { found.append(Self.sparedLegend) }
        return found
    }

    /// Whether siblings of an element can decide about the conditions it fulfils.
    func looksBeside(_ name: String) -> Bool { looksBeside || name == "legend" }

    private static func isFirstLegend(_ node: NodeID, in document: Document) -> Bool {
        var sibling = document.previousElement(of: node)
        while let previous = sibling {
            if document.name(of: previous) == "legend" { return false }
            sibling = document.previousElement(of: previous)
        }
        return true
    }
}
