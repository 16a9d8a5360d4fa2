import Basics
import HTMLTree

/// Gathers what the children of one element generate: lines of text, blocks, or both in turn.
struct BoxCollector {
    private let builder: BoxBuilder
    private let style: StyleID
    private let depth: Int
    private var blocks: [Box] = []
    private var inline = InlineBuilder()
    /// The elements that stand in the lines gathered so far.
    private(set) var inlineElements: [NodeID] = []
    /// The boxes gathered so far that are not in the flow.
    private(set) var overlays: [Box] = []
    /// Whether blocks inside are put into the lines too, as in a button.
    private var isInlineOnly = false
    /// The number of the next item of a list.
    private var itemNumber = 1

    init(builder: BoxBuilder, style: StyleID, depth: Int) {
        self.builder = builder
        self.style = style
        self.depth = depth
    }

    private var document: Document { builder.document }

    /// Whether each child is an item of its own, as in a flex or grid container.
    private var holdsItems: Bool {
        let display = builder.styles.metrics(style).display
        return display == .flex || display == .grid
    }

    /// Takes all children of an element, with the text generated before and after them.
    mutating func collect(_ node: NodeID, leavingOut omitted: NodeID? = nil) {
        if document.name(of: node) == "ol" {
            itemNumber = document.attribute("start", of: node).flatMap { Int($0) } ?? 1
        }
        let start = place
        addGenerated(style, node, isBefore: true)
        collectChildren(of: node, style, depth: depth, leavingOut: omitted)
        addGenerated(style, node, isBefore: false)
        addNameIfEmpty(node, style, since: start)
    }

    /// Takes the content of a button between its brackets.
    mutating func collectButton(_ node: NodeID) {
        isInlineOnly = true
        let edge = builder.styles.with(.edge, style)
        inline.open("[ ", style: edge, node: node)
        collect(node)
        inline.close(" ]", style: edge, node: node)
    }

    /// How far the gathering has come.
    private var place: (blocks: Int, pieces: Int) { (blocks.count, inline.count) }

    /// Shows the accessible name of a button or link in which there is nothing to see but a picture that a terminal lacks.
    private mutating func addNameIfEmpty(_ node: NodeID, _ style: StyleID, since start: (blocks: Int, pieces: Int)) {
        guard isNamed(node), !blocks[start.blocks...].contains(where: \.showsSomething),
            !inline.showsSomething(since: blocks.count == start.blocks ? start.pieces : 0)
        else { return }
        let name = VisibleText.make(document.accessibleName(of: node))
        // A link with nothing in it at all is a place to jump to.
        let isPlace =
            document.name(of: node) != "button" && !document.children(of: node).contains(where: document.isElement)
        guard !name.isEmpty || !isPlace else { return }
        inline.addText(name.isEmpty ? "…" : name, .normal, style: style, node: node)
    }

    /// Whether an element is one that people press, so that it has to show something.
    private func isNamed(_ node: NodeID) -> Bool {
        switch document.name(of: node) {
        case "button", "a", "summary": true
        case _:
            switch document.attribute("role", of: node) {
            case "button", "link", "tab", "menuitem": true
            case _: false
            }
        }
    }

    /// Takes only the summary of details that are closed.
    mutating func collectSummary(of details: NodeID) {
        guard let summary = document.children(of: details).first(where: { document.name(of: $0) == "summary" }) else {
            return inline.addLiteral("▸ Details", style: style, node: details)
        }
        builder.enter(summary) { add(summary, style, depth: depth) }
    }

    /// What was gathered, as the content of a box; `inlineElements` then are those that stand in its own lines.
    mutating func finish(display: Display) -> Box.Content {
        if display == .table {
            flush()
            return .table(TableContent(boxes: blocks))
        }
        if blocks.isEmpty, display != .flex, display != .grid {
            return .lines(inline.finish())
        }
        flush()
        return .boxes(blocks)
    }

    // MARK: Children

    private mutating func collectChildren(
        of node: NodeID, _ parentStyle: StyleID, depth: Int, leavingOut omitted: NodeID? = nil
    ) {
        var next = document.firstChild(of: node)
        while let child = next {
            next = document.nextSibling(of: child)
            switch document.kind(of: child) {
            case .text: addText(child, parentStyle, of: node)
            case .element:
                guard child != omitted else { break }
                builder.enter(child) { add(child, parentStyle, depth: depth) }
            case .document, .doctype, .comment, .fragment: break
            }
        }
    }

    private mutating func add(_ node: NodeID, _ parentStyle: StyleID, depth: Int) {
        if let kept = builder.keptBox(of: node, parentStyle: parentStyle), !isInlineOnly {
            return place(kept, node)
        }
        let decision = builder.resolver.decide(node, parent: parentStyle)
        let style = decision.style
        let role = ElementRole(name: document.name(of: node))
        if case .styleSheet = role { builder.noteStyleSheet() }
        let display = builder.styles.metrics(style).display
        guard display != .none, display != .tableColumn, display != .tableColumnGroup, !builder.styles[style].isClipped
        else { return builder.setHolder(nil, of: node) }
        if addSpecial(node, role, style) { return }
        if depth < BoxBuilder.depthLimit,
            display == .contents || (isInlineOnly && builder.controlKind(of: node, role) == nil)
        {
            builder.setHolder(nil, of: node)
            return collectChildren(of: node, style, depth: depth + 1)
        }
        if depth < BoxBuilder.depthLimit, display == .inline, !holdsItems, !builder.styles.metrics(style).isApart {
            return addInline(node, style, depth: depth)
        }
        place(builder.box(of: node, decision, parentStyle: parentStyle, depth: depth + 1), node)
    }

    /// Puts a box into the line or below the blocks, as its display says.
    private mutating func place(_ box: Box, _ node: NodeID) {
        let metrics = builder.styles.metrics(box.style)
        if !box.escaping.isEmpty { overlays += box.escaping }
        if metrics.isApart, !isInlineOnly {
            // What shows nothing would only cover something.
            if box.showsSomething { overlays.append(box) }
            return
        }
        let display = metrics.display
        if isInlineOnly || (display.isInlineLevel && !holdsItems) {
            return inline.addBox(box, style: box.style, node: node, apart: box.isTickBox)
        }
        if display == .listItem { number(box, node) }
        flush()
        blocks.append(box)
    }

    private mutating func number(_ box: Box, _ node: NodeID) {
        let listStyle = builder.styles[box.style].listStyle
        if let value = document.attribute("value", of: node).flatMap({ Int($0) }) { itemNumber = value }
        box.marker = hasRoomForMarkers ? ListMarker.text(listStyle, number: itemNumber) : nil
        itemNumber = itemNumber &+ 1
    }

    /// Whether items stand one below the other, so that their markers have a column of their own; beside each other they
    /// would stand in the gaps.
    private var hasRoomForMarkers: Bool {
        let style = builder.styles[style]
        return !holdsItems || (style.display == .flex && !style.flexDirection.isRow)
    }

    private mutating func addInline(_ node: NodeID, _ style: StyleID, depth: Int) {
        inlineElements.append(node)
        let start = place
        let computed = builder.styles[style]
        let margins = (computed.margin.left.resolved(in: 0) ?? 0, computed.margin.right.resolved(in: 0) ?? 0)
        inline.addGap(margins.0, style: self.style, node: node)
        inline.addGap(computed.padding.left, style: style, node: node)
        addGenerated(style, node, isBefore: true)
        collectChildren(of: node, style, depth: depth + 1)
        addGenerated(style, node, isBefore: false)
        addNameIfEmpty(node, style, since: start)
        inline.addGap(computed.padding.right, style: style, node: node)
        inline.addGap(margins.1, style: self.style, node: node)
    }

    /// Elements that become text; false for all others.
    private mutating func addSpecial(_ node: NodeID, _ role: ElementRole?, _ style: StyleID) -> Bool {
        switch role {
        case .lineBreak:
            inline.addLineBreak(style: style, node: node)
        case .breakOpportunity:
            break
        case .picture:
            let text = document.attribute("alt", of: node) ?? document.attribute("title", of: node) ?? "picture"
            guard !text.isEmpty else { return true }
            inline.addText("[\(text)]", .normal, style: style, node: node)
        case .media(let word):
            inline.addLiteral("[\(word)]", style: style, node: node)
        case .input, .select, .textarea, .button, .gauge, .details, .summary, .fieldset, .styleSheet, nil:
            return false
        }
        inlineElements.append(node)
        return true
    }

    private mutating func addText(_ text: NodeID, _ style: StyleID, of node: NodeID) {
        let whiteSpace = builder.styles[style].whiteSpace
        let content = document.text(of: text)
        // Blanks between blocks are nothing, and there are many of them.
        if inline.isEmpty, !whiteSpace.keepsSpaces, content.utf8.allSatisfy(\.isASCIISpace) { return }
        switch builder.styles[style].textTransform {
        case .none: inline.addText(content, whiteSpace, style: style, node: node)
        case .uppercase: inline.addText(content.uppercased(), whiteSpace, style: style, node: node)
        case .lowercase: inline.addText(content.lowercased(), whiteSpace, style: style, node: node)
        case .capitalize: inline.addText(content.capitalizingWords(), whiteSpace, style: style, node: node)
        }
    }

    /// Adds what a style sheet puts before the content of an element of some style, or after it.
    private mutating func addGenerated(_ style: StyleID, _ node: NodeID, isBefore: Bool) {
        guard builder.styles.metrics(style).hasGeneratedContent else { return }
        let rare = builder.styles[style].rare
        guard let content = isBefore ? rare.before : rare.after else { return }
        let text = builder.text(of: content, node, isBefore: isBefore)
        guard !text.isEmpty else { return }
        let style = builder.styles[content.style]
        // What is a block stands on lines of its own, as an item of its container does.
        let isApart = !isInlineOnly && (holdsItems || !style.display.isInlineLevel)
        if isApart { flush() }
        inline.addGap(style.margin.left.resolved(in: 0) ?? 0, style: self.style, node: node)
        inline.addGap(style.padding.left, style: content.style, node: node)
        inline.addLiteral(text, style: content.style, node: node)
        inline.addGap(style.padding.right, style: content.style, node: node)
        inline.addGap(style.margin.right.resolved(in: 0) ?? 0, style: self.style, node: node)
        if isApart { flush() }
    }

    /// Ends the lines gathered so far with a box of their own.
    private mutating func flush() {
        guard !inline.isEmpty else { return }
        let box = builder.anonymousBox(inline.finish(), parentStyle: style)
        for element in inlineElements { builder.setHolder(box, of: element) }
        blocks.append(box)
        inline = InlineBuilder()
        inlineElements = []
    }
}

extension Box {
    /// Whether it is a tick box, which browsers give margins.
    fileprivate var isTickBox: Bool {
        guard case .control(let control) = content else { return false }
        return switch control.kind {
        case .checkbox, .radio: true
        case .field, .textarea, .menu, .listBox, .button, .fileInput, .range, .gauge, .color: false
        }
    }
}

extension String {
    /// The text with the first letter of each word as a capital.
    fileprivate func capitalizingWords() -> String {
        var result = ""
        var isStart = true
        for character in self {
            result += isStart ? character.uppercased() : String(character)
            isStart = character.isWhitespace
        }
        return result
    }
}
