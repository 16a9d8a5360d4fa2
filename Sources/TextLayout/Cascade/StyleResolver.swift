import Basics
import HTMLTree

/// Decides the styles of a document's elements: the cascade (CSS Cascade 4).
///
/// Weakest first: the terminal's own sheet, message panels, utility classes, presentational attributes, the page's
/// `<style>` elements, `style` attributes, and what is `!important`. Elements that match the same rules under the same
/// parent share one style.
final class StyleResolver {
    /// What the cascade says of an element.
    struct Decision {
        let style: StyleID
        /// Whether siblings of the element, or its place among them, had a say.
        var looksBeside = false
    }

    /// What an element is that has a name, classes, and nothing else that any rule asks for.
    private struct Plain {
        let name: String
        let classes: String
        let parent: StyleID
        let style: StyleID
    }

    private struct MatchKey: Hashable {
        let parent: StyleID
        let rules: [Int32]
        let hints: [Declaration]
        let inline: String
    }

    let document: Document
    let styles: StyleTable
    let rules: PageRules
    private(set) var index: RuleIndex
    private(set) var pageWidth = 80
    private(set) var media = MediaFeatures()
    /// Whether some style depends on the width of the page.
    private(set) var dependsOnWidth = false
    /// Whether some style sheet speaks of counters.
    private(set) var counts = false
    /// Found by a cheap hash; a newcomer takes the place of whoever had it.
    private var plainStyles: [Plain?] = []
    private var matchedStyles: [MatchKey: StyleID] = [:]
    private var inheritedStyles: [StyleID: ComputedStyle] = [:]
    private var utilities: [String: UtilityClasses.Meaning] = [:]
    /// Whether the classes of an attribute ask for more than names.
    private var conditionalClasses: [String: Bool] = [:]
    private var inlineStyles: [String: DeclarationBlock] = [:]
    private(set) var variables = VariableTable()
    /// How many rules there are up to the end of each of the page's sheets, those of the terminal included.
    private(set) var sheetEnds: [Int] = []

    /// Caches are emptied at this size, so that a page that counts through values cannot fill the memory.
    private static let cacheLimit = 20_000

    init(document: Document, styles: StyleTable, rules: PageRules) {
        self.document = document
        self.styles = styles
        self.rules = rules
        index = rules.index
        setSheets([], pageWidth: pageWidth, media: media)
    }

    /// Takes the texts of the page's own style sheets.
    func setSheets(_ sheets: [String], pageWidth: Int, media: MediaFeatures) {
        self.pageWidth = pageWidth
        self.media = media
        index = rules.index
        counts = sheets.contains { ASCIIText.contains("counter", in: $0, ignoringCase: true) }
        var layers = LayerOrder()
        let parsed = sheets.map { ParsedSheets.rules(of: $0, layers: &layers) }
        dependsOnWidth = parsed.contains { rules in
            rules.contains { $0.conditions.contains(where: MediaFeatures.asksForWidth) }
        }
        let ranks = layers.ranks
        sheetEnds = parsed.map { rules in
            index.add(
                rules.lazy.filter { rule in rule.conditions.allSatisfy { media.fulfil($0, pageWidth: pageWidth) } },
                isAuthored: true, layers: ranks)
            return index.entries.count
        }
        variables = VariableTable()
        plainStyles = Array(repeating: nil, count: Self.slotCount)
        matchedStyles = [:]
        utilities = [:]
    }

    /// The style of an element under a parent of some style.
    func style(of node: NodeID, parent: StyleID) -> StyleID { decide(node, parent: parent).style }

    /// The style of an element under a parent of some style, and whether its siblings had a say.
    func decide(_ node: NodeID, parent: StyleID) -> Decision {
        let name = document.name(of: node)
        let attributes = document.attributes(of: node)
        guard let classes = plainClasses(attributes) else { return match(node, name, attributes, parent).decision }
        let slot = Self.slot(name, classes, parent)
        if let known = plainStyles[slot], known.parent == parent, known.name == name, known.classes == classes {
            return Decision(style: known.style)
        }
        let (decision, isPlain) = match(node, name, attributes, parent)
        if isPlain {
            plainStyles[slot] = Plain(name: name, classes: classes, parent: parent, style: decision.style)
        }
        return decision
    }

    /// The classes of an element all of whose other attributes say nothing about its style; nil where some do.
    private func plainClasses(_ attributes: [Attribute]) -> String? {
        var classes = ""
        for attribute in attributes {
            switch attribute.name {
            case "class":
                guard !MessagePanel.isMade(by: attribute) else { return nil }
                guard !askForMore(attribute.value) else { return nil }
                classes = attribute.value
            case "style", "role", "align", "valign", "nowrap", "border", "type": return nil
            default: if index.asks(for: attribute) { return nil }
            }
        }
        return classes
    }

    private func askForMore(_ classes: String) -> Bool {
        guard classes.utf8.contains(UInt8(ascii: ":")) else { return false }
        if let known = conditionalClasses[classes] { return known }
        let isConditional = UtilityClasses.askForMore(classes)
        if conditionalClasses.count >= Self.cacheLimit { conditionalClasses = [:] }
        conditionalClasses[classes] = isConditional
        return isConditional
    }

    private static let slotCount = 256

    private static func slot(_ name: String, _ classes: String, _ parent: StyleID) -> Int {
        func ends(_ bytes: String.UTF8View) -> Int {
            Int(bytes.first ?? 0) &+ Int(bytes.last ?? 0) &* 7 &+ bytes.count &* 31
        }
        return (ends(name.utf8) &+ ends(classes.utf8) &* 13 &+ Int(parent.index) &* 67) & (slotCount - 1)
    }

    /// Finds the rules that count; says too whether only name and classes decided.
    private func match(
        _ node: NodeID, _ name: String, _ attributes: [Attribute], _ parent: StyleID
    ) -> (decision: Decision, isPlain: Bool) {
        let candidates = index.candidates(type: name, attributes: attributes)
        let matched = candidates.filter { document.matches(node, index.entries[Int($0)].rule.selector) }
        var key = MatchKey(parent: parent, rules: matched, hints: [], inline: "")
        var looksBeside = candidates.contains { index.entries[Int($0)].looksBeside }
        if !attributes.isEmpty {
            let hints = hints(node, name, attributes, parent)
            if hints.looksBeside { looksBeside = true }
            key = MatchKey(
                parent: parent, rules: matched, hints: hints.declarations,
                inline: attributes.first { $0.name == "style" }?.value ?? "")
        }
        let isPlain = candidates.allSatisfy { index.entries[Int($0)].isPlain }
        return (Decision(style: style(of: key), looksBeside: looksBeside), isPlain)
    }

    private func style(of key: MatchKey) -> StyleID {
        if let known = matchedStyles[key] { return known }
        let style = styles.intern(cascade(key))
        if matchedStyles.count >= Self.cacheLimit { matchedStyles = [:] }
        matchedStyles[key] = style
        return style
    }

    /// What class names and attributes say apart from style sheets.
    private func hints(
        _ node: NodeID, _ name: String, _ attributes: [Attribute], _ parent: StyleID
    ) -> (declarations: [Declaration], looksBeside: Bool) {
        var hints: [Declaration] = []
        var looksBeside = false
        if styles[parent].isInPanel {
            if attributes.contains(where: MessagePanel.isAlert) { hints = MessagePanel.row }
        } else if let panel = MessagePanel(name: name, attributes: attributes, rules: rules) {
            hints = panel.declarations
        }
        for attribute in attributes {
            switch attribute.name {
            case "class":
                let found = utilities(node, attribute.value)
                hints += found.declarations
                looksBeside = found.looksBeside
            default: hints += PresentationalHints.declarations(attribute, of: name)
            }
        }
        return (hints, looksBeside)
    }

    func utility(_ name: String) -> UtilityClasses.Meaning {
        if let known = utilities[name] { return known }
        let meaning = UtilityClasses.meaning(of: name, pageWidth: pageWidth)
        if meaning.dependsOnWidth { dependsOnWidth = true }
        if utilities.count >= Self.cacheLimit { utilities = [:] }
        utilities[name] = meaning
        return meaning
    }

    /// What the class names of an element say, the strongest last.
    private func utilities(_ node: NodeID, _ classes: String) -> (declarations: [Declaration], looksBeside: Bool) {
        var looksBeside = false
        var found: [(rank: Int, declarations: [Declaration])] = []
        for name in classes.split(whereSeparator: \.isWhitespace) {
            let meaning = utility(String(name))
            if !meaning.conditions.isEmpty {
                looksBeside = true
                guard meaning.conditions.allSatisfy({ document.matches(node, $0) }) else { continue }
            }
            if !meaning.declarations.isEmpty { found.append((meaning.rank, meaning.declarations)) }
        }
        if found.contains(where: { $0.rank > 0 }) {
            found = found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
                .map(\.element)
        }
        return (found.flatMap(\.declarations), looksBeside)
    }

    func inlineStyle(_ text: String) -> DeclarationBlock {
        if let known = inlineStyles[text] { return known }
        let parsed = StyleSheetParser.parseDeclarations(text)
        if inlineStyles.count >= Self.cacheLimit { inlineStyles = [:] }
        inlineStyles[text] = parsed
        return parsed
    }

    func inheritedStyle(from parent: StyleID) -> ComputedStyle {
        if let known = inheritedStyles[parent] { return known }
        let style = styles[parent].inherited
        inheritedStyles[parent] = style
        return style
    }

    // MARK: The cascade

    /// Rules in the order in which they count, the strongest last.
    func ordered(_ rules: [Int32]) -> [RuleIndex.Entry] {
        rules.map { index.entries[Int($0)] }.sorted {
            ($0.layer, $0.rule.selector.specificity, $0.order) < ($1.layer, $1.rule.selector.specificity, $1.order)
        }
    }

    private func cascade(_ key: MatchKey) -> ComputedStyle {
        let entries = ordered(key.rules)
        let terminal = entries.filter { !$0.isAuthored && $0.rule.pseudoElement == nil }
        let authored = entries.filter { $0.isAuthored && $0.rule.pseudoElement == nil }
        let inline = key.inline.isEmpty ? DeclarationBlock() : inlineStyle(key.inline)
        let own = terminal.flatMap(\.rule.declarations)
        let further =
            key.hints + authored.flatMap(\.rule.declarations) + inline.normal + authored.flatMap(\.rule.important)
            + inline.important + terminal.flatMap(\.rule.important)

        var application = StyleApplication(
            inherited: inheritedStyle(from: key.parent), parent: styles[key.parent], variables: variables)
        application.declareVariables(own + further)
        application.apply(own)
        let before = application.style
        application.base = before
        application.apply(further)
        var style = application.style
        style.dropLinesWithoutWidth()
        style.makeReadable(comparedTo: before)
        let generated = entries.filter { $0.rule.pseudoElement != nil }
        if !generated.isEmpty {
            style.rare.before = self.generated(.before, generated, around: style)
            style.rare.after = self.generated(.after, generated, around: style)
        }
        return style
    }

    /// What the rules of a pseudo-element put beside the content of an element of some style; nil for nothing.
    private func generated(
        _ pseudoElement: StyleRule.PseudoElement, _ entries: [RuleIndex.Entry], around element: ComputedStyle
    ) -> GeneratedContent? {
        let rules = entries.filter { $0.rule.pseudoElement == pseudoElement }.map(\.rule)
        let declarations = rules.flatMap(\.declarations) + rules.flatMap(\.important)
        guard !declarations.isEmpty else { return nil }
        let inherited = element.inherited
        var application = StyleApplication(inherited: inherited, parent: element, variables: variables)
        application.declareVariables(declarations)
        application.apply(declarations)
        var style = application.style
        style.dropLinesWithoutWidth()
        style.makeReadable(comparedTo: inherited)
        guard style.display != .none, let content = style.rare.content, !content.isEmpty else { return nil }
        style.rare.content = nil
        return GeneratedContent(pieces: content, style: styles.intern(style))
    }
}
