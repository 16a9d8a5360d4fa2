import HTMLTree

/// The rules of a page, found by what they ask for, with what all of them together look at.
struct RuleIndex {
    /// One rule with its place in the cascade.
    struct Entry {
        let rule: StyleRule
        let isAuthored: Bool
        /// The cascade layer, the weakest first.
        let layer: Int
        let order: Int
        /// Whether siblings of an element, or its place among them, decide whether the rule counts.
        let looksBeside: Bool
        /// Whether name and classes alone decide whether the rule counts for an element that has none of the ids and
        /// attributes that rules ask for.
        let isPlain: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var conditions = ConditionIndex()
    private var buckets = SelectorBuckets()
    private var attributeNames: Set<String> = []
    private var ids: Set<String> = []
    /// Whether an element can decide about the styles of its siblings, or of elements around it, by more than its place.
    private(set) var looksBack = false

    /// Takes the names of attributes by which others than rules decide about styles.
    mutating func noteAttributes(_ names: Set<String>) { attributeNames.formUnion(names) }

    /// Takes rules.
    ///
    /// - Parameter layers: The places of the cascade layers.
    mutating func add(_ rules: some Sequence<StyleRule>, isAuthored: Bool, layers: [LayerOrder.Path: Int] = [:]) {
        for rule in rules {
            let place = Int32(entries.count)
            let selector = rule.selector
            let reach = selector.reach
            entries.append(
                Entry(
                    rule: rule, isAuthored: isAuthored, layer: layers[rule.layer] ?? .max, order: Int(place),
                    looksBeside: reach.contains(.beside),
                    isPlain: reach.isEmpty || selector.needsAttributes))
            buckets.add(selector, at: place)
            conditions.add(selector)
            attributeNames.formUnion(selector.attributeNames)
            ids.formUnion(selector.ids)
            if selector.looksBack { looksBack = true }
        }
    }

    /// The rules that may match an element.
    func candidates(type: String, attributes: [Attribute]) -> [Int32] {
        buckets.candidates(type: type, attributes: attributes)
    }

    /// Whether some rule may ask for an attribute, or somebody else.
    func asks(for attribute: Attribute) -> Bool {
        attributeNames.contains(attribute.name) || (attribute.name == "id" && ids.contains(attribute.value))
    }
}
