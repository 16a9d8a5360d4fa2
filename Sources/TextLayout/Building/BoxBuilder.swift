import HTMLTree

/// Makes boxes from a document and its styles, keeping those of subtrees that did not change.
final class BoxBuilder {
    let document: Document
    let styles: StyleTable
    let resolver: StyleResolver
    private(set) var table = BoxTable()
    /// The revision up to which changes are in the boxes.
    private(set) var revision: UInt64 = 0
    /// Whether a style sheet was met in a part that changed.
    private(set) var metStyleSheet = false
    /// The elements over whose boxes others are placed that are not in the flow.
    private(set) var containers: Set<NodeID> = []
    /// Whether some box was not in the flow since the page was made anew.
    private(set) var metOverlays = false
    /// The same when the boxes were last brought up to date.
    private var previousRevision: UInt64 = 0
    /// Set while old boxes must not be kept, since what is around them restyles them.
    private var isForced = false
    private var contexts = ContextMemo()
    private var counters = CounterTable()
    /// The styles of boxes around text between blocks, by the style of what is around them.
    private var anonymousStyles: [StyleID: StyleID] = [:]

    /// Deeper elements are drawn as plain text, so that no page can exhaust the stack.
    static let depthLimit = 100

    init(document: Document, styles: StyleTable, resolver: StyleResolver) {
        self.document = document
        self.styles = styles
        self.resolver = resolver
    }

    /// The box of the whole page.
    ///
    /// - Parameter forced: Whether every box is made anew.
    func buildPage(forced: Bool) -> Box {
        begin()
        isForced = forced
        if forced {
            containers = []
            metOverlays = false
        }
        let decision = StyleResolver.Decision(style: styles.initial)
        return box(of: document.root, decision, parentStyle: styles.initial, depth: 0)
    }

    /// Counts what generated content counts; says whether something that was shown before is other now.
    func updateCounters() -> Bool { counters.update(document, resolver) }

    /// What generated content shows before an element's own, or after it.
    func text(of content: GeneratedContent, _ node: NodeID, isBefore: Bool) -> String {
        guard content.counts else { return content.text(of: node, in: document) { _, _, _ in "" } }
        let texts = counters.texts[node]
        return (isBefore ? texts?.before : texts?.after) ?? ""
    }

    /// Starts to take in what changed.
    func begin() {
        previousRevision = revision
        revision = document.checkpoint()
        isForced = false
        metStyleSheet = false
    }

    /// Other rules count from now on; the next page is to be built by force.
    func forgetContexts() { contexts = ContextMemo() }

    /// Does some work below an element. No box below is kept when the element was moved, or fulfils other conditions of
    /// selectors than before.
    func enter(_ node: NodeID, _ body: () -> Void) {
        let wasForced = isForced
        if document.placedRevision(of: node) > previousRevision { isForced = true }
        if isForced || document.revision(of: node) > previousRevision
            || resolver.index.conditions.looksBeside(document.name(of: node))
        {
            let fulfilled = resolver.index.conditions.fulfilled(by: node, in: document)
            if contexts.update(node, fulfilled) { isForced = true }
        }
        body()
        isForced = wasForced
    }

    /// The kept box of an element that did not change, and that nothing around it can have restyled.
    func keptBox(of node: NodeID, parentStyle: StyleID) -> Box? {
        guard !isForced, let box = table.box(of: node), box.parentStyle == parentStyle, !box.looksBeside,
            document.revision(of: node) <= box.revision
        else { return nil }
        return box
    }

    /// The box of an element that generates one.
    func box(of node: NodeID, _ decision: StyleResolver.Decision, parentStyle: StyleID, depth: Int) -> Box {
        let style = decision.style
        let old = table.box(of: node)
        if let old, !isForced, old.style == style, document.revision(of: node) <= old.revision { return old }
        let made = make(node, style: style, old: old, depth: depth)
        let box = Box(
            node: node, style: style, parentStyle: parentStyle, looksBeside: decision.looksBeside, depth: depth,
            revision: revision, content: made.content, title: made.title)
        if styles.metrics(style).display == .tableCell { box.span = span(of: node) }
        hold(made.overlays, in: box, of: node)
        table.set(box, for: node)
        for element in made.inlineElements { table.set(box, for: element) }
        return box
    }

    /// Gives the box of an element other content, now that something in the element changed.
    func renew(_ box: Box, of node: NodeID) {
        let made = make(node, style: box.style, old: box, depth: Int(box.depth))
        box.renew(made.content, title: made.title, revision: revision)
        hold(made.overlays, in: box, of: node)
        for element in made.inlineElements { table.set(box, for: element) }
    }

    /// Keeps the boxes that are not in the flow where their places are found, or hands them on.
    private func hold(_ overlays: [Box], in box: Box, of node: NodeID) {
        guard !overlays.isEmpty || metOverlays else { return }
        metOverlays = true
        let isPage = node == document.root
        let holds = isPage || styles[box.style].rare.position.holdsOthers
        let (own, others) = (
            overlays.filter { holds && (isPage || styles[$0.style].rare.position != .fixed) },
            overlays.filter { !holds || (!isPage && styles[$0.style].rare.position == .fixed) }
        )
        box.take(overlays: own)
        box.escaping = others
        if own.isEmpty { containers.remove(node) } else { containers.insert(node) }
    }

    /// A box around text that stands between blocks.
    func anonymousBox(_ content: InlineContent, parentStyle: StyleID) -> Box {
        Box(
            node: nil, style: anonymousStyle(below: parentStyle), parentStyle: parentStyle, revision: revision,
            content: .lines(content))
    }

    private func anonymousStyle(below parent: StyleID) -> StyleID {
        if let known = anonymousStyles[parent] { return known }
        var style = styles[parent].inherited
        style.display = .block
        let id = styles.intern(style)
        anonymousStyles[parent] = id
        return id
    }

    func setHolder(_ box: Box?, of node: NodeID) { table.set(box, for: node) }

    func noteStyleSheet() { metStyleSheet = true }

    private struct Made {
        var content: Box.Content
        var title: String?
        var inlineElements: [NodeID] = []
        /// The boxes inside that are not in the flow.
        var overlays: [Box] = []
    }

    private func make(_ node: NodeID, style: StyleID, old: Box?, depth: Int) -> Made {
        guard depth < Self.depthLimit else { return Made(content: flattened(node, style: style)) }
        let role = ElementRole(name: document.name(of: node))
        if let control = controlKind(of: node, role) {
            let content = ControlContent(control)
            if case .control(let previous) = old?.content { content.scrolledOut = previous.scrolledOut }
            return Made(content: .control(content))
        }
        var collector = BoxCollector(builder: self, style: style, depth: depth)
        var title: String?
        switch role {
        case .button:
            collector.collectButton(node)
        case .details where !document.hasAttribute("open", of: node):
            collector.collectSummary(of: node)
        case .fieldset:
            let legend = titleLegend(of: node, style: style)
            title = legend.map {
                document.textContent(of: $0).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            collector.collect(node, leavingOut: legend)
        case .details, .summary, .lineBreak, .breakOpportunity, .picture, .media, .input, .select, .textarea, .gauge,
            .styleSheet,
            nil:
            collector.collect(node)
        }
        let content = collector.finish(display: styles[style].display)
        return Made(
            content: content, title: title.map(VisibleText.make), inlineElements: collector.inlineElements,
            overlays: collector.overlays)
    }

    /// The legend that can be written into the border of its fieldset: one that is only words.
    private func titleLegend(of fieldset: NodeID, style: StyleID) -> NodeID? {
        guard styles[style].border.top != .none else { return nil }
        let first = document.children(of: fieldset).first { document.isElement($0) }
        guard let first, document.name(of: first) == "legend",
            styles[resolver.style(of: first, parent: style)].display != .none
        else { return nil }
        return document.elements(below: first).contains { document.controlKind(of: $0) != nil } ? nil : first
    }

    /// All text to be seen below an element that lies too deep.
    private func flattened(_ node: NodeID, style: StyleID) -> Box.Content {
        var inline = InlineBuilder()
        // The styles of the elements around the one that is looked at; what is not displayed is passed over whole.
        var around: [(node: NodeID, style: StyleID)] = [(node, style)]
        var next = document.firstChild(of: node)
        while let child = next {
            var inner: NodeID?
            if document.isText(child), let style = around.last?.style {
                inline.addText(document.text(of: child), styles[style].whiteSpace, style: style, node: node)
            } else if document.isElement(child), let parent = around.last?.style {
                // Down here only what says something about itself is worth a look at the rules, which may look far up.
                let isPlain = document.attributes(of: child).isEmpty && !Self.unseen.contains(document.name(of: child))
                let style = isPlain ? parent : resolver.style(of: child, parent: parent)
                if styles[style].display != .none, !styles[style].isClipped, let first = document.firstChild(of: child)
                {
                    around.append((child, style))
                    inner = first
                }
            }
            next = inner ?? document.nextSibling(of: child)
            while next == nil, around.count > 1, let done = around.popLast() {
                next = document.nextSibling(of: done.node)
            }
        }
        return .lines(inline.finish())
    }

    /// Elements that are not displayed though they carry no attributes.
    private static let unseen: Set<String> = ["script", "style", "template", "title", "noscript", "svg", "datalist"]

    /// The columns and rows that a table cell spans.
    func span(of cell: NodeID) -> Size {
        func count(_ name: String) -> Int {
            document.attribute(name, of: cell).flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 1
        }
        return Size(columns: count("colspan"), rows: count("rowspan"))
    }
}

/// What elements fulfilled, when last looked at, of the conditions that styles of elements below them depend on.
private struct ContextMemo {
    private struct Entry {
        let node: NodeID
        let fulfilled: [Int32]
    }

    /// By the place of the element in the document; those that fulfil nothing have no entry.
    private var entries: [Int32: Entry] = [:]

    /// Takes note of what an element fulfils; says whether that is something else than before.
    mutating func update(_ node: NodeID, _ fulfilled: [Int32]) -> Bool {
        let known = entries[node.index].flatMap { $0.node == node ? $0.fulfilled : nil } ?? []
        guard known != fulfilled else { return false }
        entries[node.index] = fulfilled.isEmpty ? nil : Entry(node: node, fulfilled: fulfilled)
        return true
    }
}
