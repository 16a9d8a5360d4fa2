import HTMLTree

/// The rules of a page by what their last compound asks for, so that an element meets few of them.
struct RuleIndex {
    /// One rule with its place in the cascade.
    struct Entry {
        let rule: StyleRule
        let isAuthored: Bool
        let order: Int
    }

    private(set) var entries: [Entry] = []
    private var byID: [String: [Int32]] = [:]
    private var byClass: [String: [Int32]] = [:]
    private var byType: [String: [Int32]] = [:]
    private var universal: [Int32] = []
    /// The types some rule of which looks beyond an element's name and attributes.
    private var typesWithContext: Set<String> = []
    private var isUniversalContextual = false
    /// Whether some rule looks at the classes, attributes or places of elements around the one it styles.
    private(set) var looksAround = false

    /// Takes the rules that count on a page of some width.
    mutating func add(_ rules: [StyleRule], isAuthored: Bool, pageWidth: Int) {
        for rule in rules where rule.minimumWidth <= pageWidth && pageWidth <= rule.maximumWidth {
            let place = Int32(entries.count)
            entries.append(Entry(rule: rule, isAuthored: isAuthored, order: Int(place)))
            let selector = rule.selector
            if isAuthored, selector.reach == .surroundings { looksAround = true }
            if let id = selector.id {
                byID[id, default: []].append(place)
            } else if let name = selector.className {
                byClass[name, default: []].append(place)
            } else if let type = selector.type {
                byType[type, default: []].append(place)
                if selector.reach != .element, !selector.needsAttributes { typesWithContext.insert(type) }
            } else {
                universal.append(place)
                if selector.reach != .element, !selector.needsAttributes { isUniversalContextual = true }
            }
        }
    }

    /// Whether elements of a type that have no attributes all match the same rules, wherever they are.
    func isContextFree(type: String) -> Bool { !isUniversalContextual && !typesWithContext.contains(type) }

    /// The rules that may match an element.
    func candidates(type: String, attributes: [Attribute]) -> [Int32] {
        var found = byType[type] ?? []
        for attribute in attributes {
            if attribute.name == "class" {
                guard !byClass.isEmpty else { continue }
                for name in attribute.value.split(whereSeparator: \.isWhitespace) {
                    if let places = byClass[String(name)] { found += places }
                }
            } else if attribute.name == "id", let places = byID[attribute.value] {
                found += places
            }
        }
        return found + universal
    }
}
