import HTMLTree

/// Makes a skeleton of its parsed statics, in which marks stand for the dynamics.
struct SkeletonCompiler {
    private let document: Document
    private let context: SkeletonContext
    private let scan: SkeletonScan

    private var items: [Skeleton.Item] = []
    private var entries: [Skeleton.Entry] = []
    private var places: [Skeleton.Place] = []
    private var roles: [Int: Skeleton.Role] = [:]
    private var rowPlaces: [Int] = []
    /// The elements that are being read: their entries, and the last item met in each.
    private var open: [(entry: Int?, node: NodeID?, lastPlace: Int?)] = [(nil, nil, nil)]
    /// The names of the open elements.
    private var names: [String] = []
    private var guards: [Int] = []

    init(document: Document, context: SkeletonContext, scan: SkeletonScan) {
        self.document = document
        self.context = context
        self.scan = scan
    }

    /// Gives the skeleton; nil when a mark is not where the pieces say that its dynamic is.
    mutating func compile(_ nodes: [NodeID]) -> Skeleton? {
        for node in nodes {
            guard read(node) else { return nil }
        }
        let roles = scan.boundaries.indices.compactMap { self.roles[$0] }
        guard roles.count == scan.boundaries.count else { return nil }
        return Skeleton(
            items: items, entries: entries, places: places, roles: roles,
            rowPlaces: rowPlaces.count == 1 ? rowPlaces : scan.filled)
    }

    /// Reads a node with all that is in it; keeps its own stack, so that no depth overflows the stack.
    private mutating func read(_ top: NodeID) -> Bool {
        var current: NodeID? = top
        while let node = current {
            let entersChildren: Bool
            switch document.kind(of: node) {
            case .element:
                guard let isSealed = addElement(node) else { return false }
                entersChildren = !isSealed && document.firstChild(of: node) != nil
                if !entersChildren { close() }
            case .comment where document.text(of: node).first == SkeletonScan.mark:
                guard addPlace(node) else { return false }
                entersChildren = false
            case .text, .comment, .doctype, .document, .fragment:
                addEntry(node)
                entersChildren = false
            }
            if entersChildren {
                current = document.firstChild(of: node)
                continue
            }
            current = nil
            var done = node
            while done != top {
                if let next = document.nextSibling(of: done) {
                    current = next
                    break
                }
                guard let parent = document.parent(of: done) else { return false }
                close()
                done = parent
            }
        }
        return true
    }

    private mutating func addEntry(_ node: NodeID) {
        let entry = Skeleton.Entry(
            prepared: PreparedNode(node, in: document, attributes: document.attributes(of: node)),
            parent: open.last?.entry,
            attributes: nil, sealed: nil, takesIdentity: false, isGuard: false, wholeEntry: guards.last,
            items: items.count..<(items.count + 1))
        note(.entry(entries.count))
        items.append(.entry(entries.count))
        entries.append(entry)
    }

    /// - Returns: Whether the element is sealed; nil when it cannot be part of a skeleton.
    private mutating func addElement(_ node: NodeID) -> Bool? {
        var takesIdentity = false
        var source: Skeleton.SealedSource?
        // What a select shows as chosen depends on all that is in it.
        let isSelect = document.name(of: node) == "select"
        var isGuard = isSelect
        var parts: [AttributePlan.Item] = []
        let number = entries.count
        for attribute in document.attributes(of: node) {
            if attribute.name == SkeletonScan.identityMark {
                takesIdentity = true
            } else if attribute.name.hasPrefix(SkeletonScan.sealMark) {
                source = Int(attribute.name.dropFirst(SkeletonScan.sealMark.count)).flatMap { scan.sealed[$0] }
            } else if attribute.name.first == SkeletonScan.mark {
                guard let dynamic = Int(attribute.name.dropFirst()), addRun(dynamic, to: &parts, of: number) else {
                    return nil
                }
            } else if attribute.value.contains(SkeletonScan.mark) {
                guard !AttributePlan.guardNames.contains(attribute.name),
                    let part = value(attribute, of: number)
                else { return nil }
                parts.append(part)
            } else {
                if AttributePlan.guardNames.contains(attribute.name) {
                    isGuard = isGuard || attribute != Attribute(name: BindingName.update, value: "replace")
                }
                parts.append(.fixed(attribute))
            }
        }
        if let source {
            for dynamic in source.dynamics { roles[dynamic] = .sealed(entry: number) }
        }
        let fixed = parts.compactMap { if case .fixed(let attribute) = $0 { attribute } else { nil } }
        note(.entry(number))
        items.append(.entry(number))
        entries.append(
            Skeleton.Entry(
                prepared: PreparedNode(node, in: document, attributes: fixed), parent: open.last?.entry,
                attributes: fixed.count == parts.count ? nil : AttributePlan(items: parts), sealed: source,
                takesIdentity: takesIdentity, isGuard: isGuard,
                wholeEntry: guards.last ?? (isSelect ? number : nil), items: (items.count - 1)..<items.count))
        open.append((number, node, nil))
        names.append(document.name(of: node))
        if isGuard { guards.append(number) }
        return source != nil
    }

    private mutating func close() {
        guard let element = open.popLast(), let entry = element.entry else { return }
        names.removeLast()
        if guards.last == entry { guards.removeLast() }
        entries[entry].items = entries[entry].items.lowerBound..<items.count
    }

    private mutating func addRun(_ dynamic: Int, to parts: inout [AttributePlan.Item], of entry: Int) -> Bool {
        guard scan.boundaries.indices.contains(dynamic), roles[dynamic] == nil,
            case .attributes(let needsSpace) = scan.boundaries[dynamic]
        else { return false }
        roles[dynamic] = .attribute(entry: entry)
        if case .run(let dynamics, let needsSpaceBefore) = parts.last, dynamics.upperBound == dynamic {
            parts[parts.count - 1] = .run(
                dynamics: dynamics.lowerBound..<(dynamic + 1), needsSpace: needsSpaceBefore)
        } else {
            parts.append(.run(dynamics: dynamic..<(dynamic + 1), needsSpace: needsSpace))
        }
        return true
    }

    private mutating func value(_ attribute: Attribute, of entry: Int) -> AttributePlan.Item? {
        let split = attribute.value.split(separator: SkeletonScan.mark, omittingEmptySubsequences: false).map(
            String.init)
        let dynamics = stride(from: 1, to: split.count, by: 2).compactMap { Int(split[$0]) }
        guard split.count % 2 == 1, dynamics.count == split.count / 2, let first = dynamics.first,
            dynamics == Array(first..<(first + dynamics.count)),
            scan.boundaries.indices.contains(first + dynamics.count - 1),
            case .attributeValue(let quote) = scan.boundaries[first]
        else { return nil }
        for dynamic in dynamics {
            guard roles[dynamic] == nil else { return nil }
            roles[dynamic] = .attribute(entry: entry)
        }
        return .value(
            name: attribute.name, pieces: stride(from: 0, to: split.count, by: 2).map { split[$0] },
            dynamics: first..<(first + dynamics.count), quote: quote)
    }

    private mutating func addPlace(_ node: NodeID) -> Bool {
        guard let dynamic = Int(document.text(of: node).dropFirst()), scan.boundaries.indices.contains(dynamic),
            roles[dynamic] == nil, case .content(let parent, let dropsLineFeed) = scan.boundaries[dynamic]
        else { return false }
        let holder = names.last?.lowercased()
        // Rows in a table imply the row group that they are in.
        guard holder == parent || (parent == "table" && holder == "tbody") else { return false }
        if holder == "table" { rowPlaces.append(dynamic) }
        roles[dynamic] = .content(place: places.count)
        note(.place(places.count))
        items.append(.place(places.count))
        places.append(
            Skeleton.Place(
                dynamic: dynamic, parent: open.last?.entry, context: context.context(below: names),
                guardEntry: guards.last, dropsLineFeed: dropsLineFeed))
        if let last = open.indices.last { open[last].lastPlace = places.count - 1 }
        return true
    }

    /// Tells the place before that something follows it.
    private mutating func note(_ neighbour: Skeleton.Item) {
        guard let last = open.indices.last, let place = open[last].lastPlace else { return }
        places[place].next = neighbour
        open[last].lastPlace = nil
    }
}
