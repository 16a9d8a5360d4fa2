import HTMLTree

/// Decides the styles of a document's elements: the cascade (CSS Cascade 4).
///
/// Weakest first: the terminal's own sheet, message panels, utility classes, presentational attributes, the page's
/// `<style>` elements, `style` attributes, and what is `!important`. Elements that match the same rules under the same
/// parent share one style.
final class StyleResolver {
    /// What an element of a name without attributes is, under a parent of some style.
    private struct Bare {
        let name: String
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
    private(set) var index = RuleIndex()
    private(set) var pageWidth = 80
    /// Whether some style depends on the width of the page.
    private(set) var dependsOnWidth = false
    /// Found by a cheap hash; a newcomer takes the place of whoever had it.
    private var bareStyles: [Bare?] = []
    private var matchedStyles: [MatchKey: StyleID] = [:]
    private var utilities: [String: [Declaration]] = [:]
    private var inlineStyles: [String: (normal: [Declaration], important: [Declaration])] = [:]

    /// Every page starts with these rules, so they are read and indexed once.
    private static let terminalIndex: RuleIndex = {
        var index = RuleIndex()
        // The terminal's own sheet asks for no width, so it is the same for all.
        index.add(StyleSheetParser.parse(TerminalStyleSheet.text), isAuthored: false, pageWidth: 0)
        return index
    }()
    /// Caches are emptied at this size, so that a page that counts through values cannot fill the memory.
    private static let cacheLimit = 20_000

    init(document: Document, styles: StyleTable) {
        self.document = document
        self.styles = styles
        setSheets([], pageWidth: pageWidth)
    }

    /// Takes the texts of the page's own style sheets.
    func setSheets(_ sheets: [String], pageWidth: Int) {
        self.pageWidth = pageWidth
        index = Self.terminalIndex
        dependsOnWidth = false
        for sheet in sheets {
            let rules = StyleSheetParser.parse(sheet)
            if rules.contains(where: { $0.minimumWidth > 0 || $0.maximumWidth < .max }) { dependsOnWidth = true }
            index.add(rules, isAuthored: true, pageWidth: pageWidth)
        }
        bareStyles = Array(repeating: nil, count: Self.slotCount)
        matchedStyles = [:]
        utilities = [:]
    }

    /// Whether the style of an element may change though neither it nor anything below it did.
    func dependsOnSurroundings(_ node: NodeID, parent: StyleID) -> Bool {
        let name = document.name(of: node)
        let attributes = document.attributes(of: node)
        if attributes.isEmpty {
            // A style that is remembered depends on nothing else.
            if bareStyles[Self.slot(name, parent)]?.name == name || index.isContextFree(type: name) { return false }
        }
        return index.candidates(type: name, attributes: attributes).contains {
            index.entries[Int($0)].rule.selector.reach == .surroundings
        }
    }

    /// The style of an element under a parent of some style.
    func style(of node: NodeID, parent: StyleID) -> StyleID {
        let name = document.name(of: node)
        let attributes = document.attributes(of: node)
        guard attributes.isEmpty else { return matchedStyle(of: node, name, attributes, parent) }
        let slot = Self.slot(name, parent)
        if let known = bareStyles[slot], known.name == name, known.parent == parent { return known.style }
        let style = matchedStyle(of: node, name, attributes, parent)
        if index.isContextFree(type: name) { bareStyles[slot] = Bare(name: name, parent: parent, style: style) }
        return style
    }

    private static let slotCount = 256

    private static func slot(_ name: String, _ parent: StyleID) -> Int {
        let bytes = name.utf8
        let ends = Int(bytes.first ?? 0) &+ Int(bytes.last ?? 0) &* 7 &+ bytes.count &* 31
        return (ends &+ Int(parent.index) &* 67) & (slotCount - 1)
    }

    private func matchedStyle(
        of node: NodeID, _ name: String, _ attributes: [Attribute], _ parent: StyleID
    ) -> StyleID {
        let matched = index.candidates(type: name, attributes: attributes).filter {
            document.matches(node, index.entries[Int($0)].rule.selector)
        }
        var key = MatchKey(parent: parent, rules: matched, hints: [], inline: "")
        if !attributes.isEmpty {
            key = MatchKey(
                parent: parent, rules: matched, hints: hints(name, attributes, parent),
                inline: attributes.first { $0.name == "style" }?.value ?? "")
        }
        if let known = matchedStyles[key] { return known }
        let style = styles.intern(cascade(key))
        if matchedStyles.count >= Self.cacheLimit { matchedStyles = [:] }
        matchedStyles[key] = style
        return style
    }

    /// What class names and attributes say apart from style sheets.
    private func hints(_ name: String, _ attributes: [Attribute], _ parent: StyleID) -> [Declaration] {
        var hints: [Declaration] = []
        if !styles[parent].isInPanel, let panel = MessagePanel(name: name, attributes: attributes) {
            hints = panel.declarations
        }
        for attribute in attributes {
            switch attribute.name {
            case "class":
                for name in attribute.value.split(whereSeparator: \.isWhitespace) {
                    hints += utility(String(name))
                }
            case "align" where name == "td" || name == "th" || name == "tr":
                hints += DeclarationParser.parse("text-align", attribute.value)
            case "valign" where name == "td" || name == "th" || name == "tr":
                hints += DeclarationParser.parse("vertical-align", attribute.value)
            case "nowrap" where name == "td" || name == "th":
                hints.append(.whiteSpace(.nowrap))
            case "border" where name == "table":
                guard attribute.value != "0" else { break }
                hints.append(.rulesCells(true))
                hints += Declaration.Side.allCases.map { .border($0, .single) } + [.borderColor(.palette(8))]
            case "type" where name == "ol":
                hints += ListMarker.style(ofType: attribute.value).map { [.listStyle($0)] } ?? []
            default:
                break
            }
        }
        return hints
    }

    private func utility(_ name: String) -> [Declaration] {
        if let known = utilities[name] { return known }
        if UtilityClasses.dependsOnWidth(name) { dependsOnWidth = true }
        let declarations = UtilityClasses.declarations(for: name, pageWidth: pageWidth)
        if utilities.count >= Self.cacheLimit { utilities = [:] }
        utilities[name] = declarations
        return declarations
    }

    private func inlineStyle(_ text: String) -> (normal: [Declaration], important: [Declaration]) {
        if let known = inlineStyles[text] { return known }
        let parsed = StyleSheetParser.parseDeclarations(text)
        if inlineStyles.count >= Self.cacheLimit { inlineStyles = [:] }
        inlineStyles[text] = parsed
        return parsed
    }

    private func cascade(_ key: MatchKey) -> ComputedStyle {
        let entries = key.rules.map { index.entries[Int($0)] }.sorted {
            ($0.rule.selector.specificity, $0.order) < ($1.rule.selector.specificity, $1.order)
        }
        let terminal = entries.filter { !$0.isAuthored }
        let authored = entries.filter(\.isAuthored)
        let inline = key.inline.isEmpty ? ([], []) : inlineStyle(key.inline)
        var style = styles[key.parent].inherited

        for entry in terminal where entry.rule.pseudoElement == nil { style.apply(entry.rule.declarations) }
        let before = style
        style.apply(key.hints)
        if key.hints.contains(where: \.isBorderTitle) { style.isInPanel = true }
        for entry in authored where entry.rule.pseudoElement == nil { style.apply(entry.rule.declarations) }
        style.apply(inline.0)
        for entry in authored where entry.rule.pseudoElement == nil { style.apply(entry.rule.important) }
        style.apply(inline.1)
        for entry in terminal where entry.rule.pseudoElement == nil { style.apply(entry.rule.important) }
        for entry in terminal + authored { style.applyContent(of: entry.rule) }
        style.makeReadable(comparedTo: before)
        return style
    }
}

extension ComputedStyle {
    fileprivate mutating func apply(_ declarations: [Declaration]) {
        for declaration in declarations { apply(declaration) }
    }

    fileprivate mutating func applyContent(of rule: StyleRule) {
        guard let pseudoElement = rule.pseudoElement else { return }
        for case .content(let text) in rule.declarations + rule.important {
            switch pseudoElement {
            case .before: before = text
            case .after: after = text
            }
        }
    }
}

extension Declaration {
    fileprivate var isBorderTitle: Bool {
        if case .borderTitle = self { true } else { false }
    }
}
