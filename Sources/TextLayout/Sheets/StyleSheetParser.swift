import HTMLTree

/// Reads a style sheet (CSS Syntax 3) into rules, forgiving what it does not know as browsers do.
///
/// Of the at-rules only `@media` with widths counts; `@layer` and `@supports` are looked into, others are passed over.
struct StyleSheetParser {
    private var scanner: CSSScanner
    private var rules: [StyleRule] = []
    private var minimumWidth = 0
    private var maximumWidth = Int.max

    /// Blocks inside blocks are looked into so deep, which is far deeper than anyone writes.
    private static let nestingLimit = 8

    private init(_ text: String) { scanner = CSSScanner(text) }

    static func parse(_ text: String) -> [StyleRule] {
        var parser = StyleSheetParser(text)
        parser.parseRules(depth: 0)
        return parser.rules
    }

    /// The declarations of a `style` attribute.
    static func parseDeclarations(_ text: String) -> (normal: [Declaration], important: [Declaration]) {
        var scanner = CSSScanner(text)
        return declarations(&scanner)
    }

    private mutating func parseRules(depth: Int) {
        while true {
            scanner.skipBlanks()
            guard let byte = scanner.peek else { return }
            switch byte {
            case UInt8(ascii: "}"):
                scanner.advance()
                if depth > 0 { return }
            case UInt8(ascii: "@"):
                parseAtRule(depth: depth)
            default:
                parseRule()
            }
        }
    }

    private mutating func parseAtRule(depth: Int) {
        let prelude = scanner.takePrelude()
        guard scanner.peek == UInt8(ascii: "{") else {
            scanner.advance()
            return
        }
        let name = prelude.prefix { $0 != " " && $0 != "(" }.lowercased()
        guard depth < Self.nestingLimit else { return scanner.skipBlock() }
        switch name {
        case "@media":
            let query = MediaQuery(String(prelude.dropFirst(name.count)))
            guard let query else { return scanner.skipBlock() }
            let outer = (minimumWidth, maximumWidth)
            minimumWidth = max(minimumWidth, query.minimumWidth)
            maximumWidth = min(maximumWidth, query.maximumWidth)
            scanner.advance()
            parseRules(depth: depth + 1)
            (minimumWidth, maximumWidth) = outer
        case "@layer", "@supports":
            scanner.advance()
            parseRules(depth: depth + 1)
        default:
            scanner.skipBlock()
        }
    }

    private mutating func parseRule() {
        let prelude = scanner.takePrelude()
        guard scanner.peek == UInt8(ascii: "{") else {
            scanner.advance()
            return
        }
        scanner.advance()
        let (normal, important) = Self.declarations(&scanner)
        guard !normal.isEmpty || !important.isEmpty else { return }
        for part in CSSScanner.split(prelude, at: ",") {
            add(part, normal, important)
        }
    }

    private mutating func add(_ text: String, _ normal: [Declaration], _ important: [Declaration]) {
        var selectorText = text
        var pseudoElement: StyleRule.PseudoElement?
        for (suffix, element) in Self.pseudoElements where selectorText.hasSuffix(suffix) {
            selectorText.removeLast(suffix.count)
            if selectorText.last == ":" { selectorText.removeLast() }
            if selectorText.isEmpty { selectorText = "*" }
            pseudoElement = element
        }
        // A selector that we cannot read selects nothing; the others of its rule still count.
        guard let selector = try? Selector(selectorText) else { return }
        for alternative in selector.alternatives {
            rules.append(
                StyleRule(
                    selector: alternative, pseudoElement: pseudoElement, declarations: normal, important: important,
                    minimumWidth: minimumWidth, maximumWidth: maximumWidth))
        }
    }

    private static let pseudoElements: [(String, StyleRule.PseudoElement)] = [(":before", .before), (":after", .after)]

    private static func declarations(
        _ scanner: inout CSSScanner
    ) -> (normal: [Declaration], important: [Declaration]) {
        var normal: [Declaration] = []
        var important: [Declaration] = []
        while let (name, value) = scanner.takeDeclaration() {
            var value = value
            var isImportant = false
            if value.hasSuffix("important"), let mark = value.lastIndex(of: "!") {
                value = String(value[..<mark])
                while value.last?.isWhitespace == true { value.removeLast() }
                isImportant = true
            }
            let parsed = StyleProperty.declarations(name, value)
            if isImportant { important += parsed } else { normal += parsed }
        }
        return (normal, important)
    }
}
