import HTMLTree

/// The texts of generated content that counts (CSS Lists 3, section 4), found by a walk over all that is shown.
///
/// Only pages whose style sheets speak of counters have one.
struct CounterTable {
    /// The texts before and after an element.
    struct Texts: Hashable {
        var before: String?
        var after: String?
    }

    private(set) var texts: [NodeID: Texts] = [:]

    /// Counts anew; says whether an element that was known has other texts than before.
    mutating func update(_ document: Document, _ resolver: StyleResolver) -> Bool {
        var walk = CounterWalk(document: document, resolver: resolver)
        walk.visitAll()
        defer { texts = walk.texts }
        // What is new is made anew anyway.
        return texts.contains { node, known in
            document.isAlive(node) && document.isConnected(node) && walk.texts[node] != known
        }
    }
}

/// One count over a page.
private struct CounterWalk {
    /// A counter that an element made, for what follows it in its parent.
    private struct Instance {
        let depth: Int
        var value: Int
    }

    private struct Level {
        let node: NodeID
        let style: StyleID
        /// The counters that its children made.
        var made: [String] = []
    }

    let document: Document
    let resolver: StyleResolver
    private(set) var texts: [NodeID: CounterTable.Texts] = [:]
    private var instances: [String: [Instance]] = [:]
    private var levels: [Level] = []

    private static let valueLimit = 1_000_000_000
    /// Far more than anyone has.
    private static let nameLimit = 500

    init(document: Document, resolver: StyleResolver) {
        self.document = document
        self.resolver = resolver
    }

    mutating func visitAll() {
        levels = [Level(node: document.root, style: resolver.styles.initial)]
        var next = document.firstChild(of: document.root)
        while !levels.isEmpty {
            guard let node = next else {
                let done = levels.removeLast()
                if done.node != document.root { finish(done) }
                next = levels.isEmpty ? nil : document.nextSibling(of: done.node)
                continue
            }
            if document.isElement(node), enter(node) {
                next = document.firstChild(of: node)
            } else {
                next = document.nextSibling(of: node)
            }
        }
    }

    /// Counts what an element says, and goes into it; false for one that shows nothing.
    private mutating func enter(_ node: NodeID) -> Bool {
        guard let parent = levels.last, levels.count < BoxBuilder.depthLimit else { return false }
        let style = resolver.style(of: node, parent: parent.style)
        let computed = resolver.styles[style]
        guard computed.display != .none else { return false }
        count(computed.rare, depth: levels.count)
        levels.append(Level(node: node, style: style))
        if let before = computed.rare.before { texts[node, default: .init()].before = text(before, node) }
        return true
    }

    private mutating func finish(_ level: Level) {
        if let after = resolver.styles[level.style].rare.after {
            levels.append(level)
            texts[level.node, default: .init()].after = text(after, level.node)
            let counted = levels.removeLast()
            forget(counted.made)
        } else {
            forget(level.made)
        }
    }

    private mutating func forget(_ names: [String]) {
        for name in names { instances[name]?.removeLast() }
    }

    private mutating func count(_ style: RareStyle, depth: Int) {
        for change in style.counterReset { make(change.name, change.value, depth: depth) }
        for change in style.counterIncrement {
            if instances[change.name]?.isEmpty ?? true { make(change.name, 0, depth: depth) }
            guard let last = instances[change.name]?.indices.last else { continue }
            let value = (instances[change.name]?[last].value ?? 0) + change.value
            instances[change.name]?[last].value = min(max(value, -Self.valueLimit), Self.valueLimit)
        }
        for change in style.counterSet {
            if instances[change.name]?.isEmpty ?? true { make(change.name, 0, depth: depth) }
            guard let last = instances[change.name]?.indices.last else { continue }
            instances[change.name]?[last].value = change.value
        }
    }

    private mutating func make(_ name: String, _ value: Int, depth: Int) {
        guard instances[name] != nil || instances.count < Self.nameLimit else { return }
        if let last = instances[name]?.last, last.depth == depth {
            instances[name]?.removeLast()
        } else {
            levels[levels.count - 1].made.append(name)
        }
        instances[name, default: []].append(Instance(depth: depth, value: value))
    }

    /// What generated content comes to; it counts too, before it is shown.
    private mutating func text(_ content: GeneratedContent, _ node: NodeID) -> String? {
        count(resolver.styles[content.style].rare, depth: levels.count)
        guard content.counts else { return nil }
        return content.text(of: node, in: document) { name, separator, style in
            let values = (instances[name] ?? []).map { ListMarker.number(style, $0.value) }
            guard let separator else { return values.last ?? ListMarker.number(style, 0) }
            return values.isEmpty ? ListMarker.number(style, 0) : values.joined(separator: separator)
        }
    }
}
