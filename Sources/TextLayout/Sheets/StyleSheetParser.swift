import Basics
import HTMLTree

/// Reads a style sheet (CSS Syntax 3, CSS Nesting 1) into rules, forgiving what it does not know as browsers do.
///
/// Of the at-rules `@media`, `@supports` and `@layer` are looked into; others are passed over.
struct StyleSheetParser {
    /// What is around a rule.
    private struct Scope {
        /// The selectors of the rule around; empty outside of all.
        var parents: [String] = []
        var conditions: [AtRuleCondition] = []
        var layer: LayerOrder.Path = []
        /// The byte of the sheet where the rule around starts.
        var place = 0
    }

    /// What somebody may want to know beside the rules.
    enum Finding {
        case selector(String)
        /// A declaration that means nothing here, with the byte of the sheet where it starts.
        case ignored(property: String, value: String, selector: String, place: Int)
    }

    typealias Report = (Finding) -> Void

    private var scanner: CSSScanner
    private var rules: [StyleRule] = []
    private var layers: LayerOrder
    /// Whether the sheet is one of a framework whose classes have meanings of their own in cells.
    private let isOfFramework: Bool
    /// Whether that framework keeps what it says in layers, so that the rest is the author's own.
    private let hasLayers: Bool
    private let report: Report?

    /// The selectors of nested rules so far, in bytes, each with all that is around it.
    private var nestedBytes = 0

    /// Rules in rules multiply their selectors; a sheet has no more of them, in bytes.
    private static let nestedLimit = 8 << 20
    /// Blocks inside blocks are looked into so deep, which is far deeper than anyone writes.
    private static let nestingLimit = 16

    private init(_ text: String, layers: LayerOrder, report: Report?) {
        scanner = CSSScanner(text)
        self.layers = layers
        self.report = report
        isOfFramework = FrameworkSheet.isOne(text)
        hasLayers = isOfFramework && ASCIIText.contains("@layer", in: text, ignoringCase: false)
    }

    /// The rules of a sheet, in order.
    ///
    /// - Parameters:
    ///   - layers: The layers of the sheets before it; those of this one are added.
    ///   - report: Told of selectors, and of declarations that mean nothing here.
    static func parse(_ text: String, layers: inout LayerOrder, report: Report? = nil) -> [StyleRule] {
        var parser = StyleSheetParser(text, layers: layers, report: report)
        parser.parseBlock(Scope(), depth: 0)
        layers = parser.layers
        return parser.rules
    }

    /// The rules of a sheet that stands alone.
    static func parse(_ text: String) -> [StyleRule] {
        var layers = LayerOrder()
        return parse(text, layers: &layers)
    }

    /// The declarations of a `style` attribute.
    ///
    /// - Parameter ignored: Told of those that mean nothing here.
    @discardableResult
    static func parseDeclarations(
        _ text: String, ignored: (_ name: String, _ value: String) -> Void = { _, _ in }
    ) -> DeclarationBlock {
        var scanner = CSSScanner(text)
        var block = DeclarationBlock()
        while let item = scanner.takeItem() {
            switch item {
            case .declaration(let name, let value, _): if !block.add(name, value) { ignored(name, value) }
            case .rule: scanner.skipBlock()
            case .atRule: _ = scanner.takePrelude()
            }
        }
        return block
    }

    /// Reads up to the end of a block, or of the sheet.
    private mutating func parseBlock(_ scope: Scope, depth: Int) {
        var block = DeclarationBlock()
        while true {
            guard let item = scanner.takeItem() else {
                // A bracket that closes nothing is no end.
                if depth == 0, scanner.peek != nil { continue }
                break
            }
            switch item {
            case .declaration(let name, let value, let place):
                guard !scope.parents.isEmpty else { break }
                if !block.add(name, value) { reportIgnored(name, value, scope, place) }
            case .rule(let prelude, let place):
                take(&block, scope)
                parseRule(prelude, at: place, scope, depth: depth)
            case .atRule:
                take(&block, scope)
                parseAtRule(scope, depth: depth)
            }
        }
        take(&block, scope)
    }

    private func reportIgnored(_ name: String, _ value: String, _ scope: Scope, _ place: Int) {
        guard let report, !scope.parents.allSatisfy({ hasOwnMeaning($0, scope) }) else { return }
        report(
            .ignored(property: name, value: value, selector: scope.parents.joined(separator: ", "), place: place))
    }

    /// Whether what a framework's sheet says of some elements does not count.
    private func hasOwnMeaning(_ selector: String, _ scope: Scope) -> Bool {
        isOfFramework && (!hasLayers || !scope.layer.isEmpty) && FrameworkSheet.hasOwnMeaning(selector)
    }

    private mutating func parseAtRule(_ scope: Scope, depth: Int) {
        let prelude = scanner.takePrelude()
        let name = prelude.prefix { $0 == "@" || $0 == "-" || $0.isLetter }.lowercased()
        let rest = String(prelude.dropFirst(name.count))
        guard scanner.peek == UInt8(ascii: "{") else {
            if name == "@layer" {
                for part in CSSScanner.split(rest, at: ",") { layers.add(scope.layer + Self.path(part)) }
            }
            return
        }
        guard depth < Self.nestingLimit else { return scanner.skipBlock() }
        var inner = scope
        switch name {
        case "@media": inner.conditions.append(AtRuleCondition(rest))
        case "@supports":
            guard AtRuleCondition(rest).holds(Self.isSupported) else { return scanner.skipBlock() }
        case "@layer":
            let path = Self.path(rest)
            inner.layer += path.isEmpty ? [layers.nextNameless()] : path
            layers.add(inner.layer)
        default: return scanner.skipBlock()
        }
        scanner.advance()
        parseBlock(inner, depth: depth + 1)
    }

    private static func path(_ name: String) -> LayerOrder.Path {
        name.split { $0 == "." || $0.isWhitespace }.map(String.init)
    }

    /// Whether a test of `@supports` holds: the value means something, or the selector can be read.
    private static func isSupported(_ test: String) -> Bool {
        if test.hasPrefix("selector("), test.hasSuffix(")") {
            return (try? Selector(String(test.dropFirst(9).dropLast()))) != nil
        }
        guard let colon = test.firstIndex(of: ":") else { return false }
        let name = test[..<colon].filter { !$0.isWhitespace }
        return !StyleProperty.declarations(name, String(test[test.index(after: colon)...].drop { $0.isWhitespace }))
            .isEmpty
    }

    private mutating func parseRule(_ prelude: String, at place: Int, _ scope: Scope, depth: Int) {
        guard depth < Self.nestingLimit else { return scanner.skipBlock() }
        var inner = scope
        inner.place = place
        inner.parents = NestedSelectors.resolve(prelude, in: scope.parents)
        if !scope.parents.isEmpty { nestedBytes += inner.parents.reduce(0) { $0 + $1.utf8.count } }
        guard !inner.parents.isEmpty, nestedBytes <= Self.nestedLimit else { return scanner.skipBlock() }
        if let report { for parent in inner.parents { report(.selector(parent)) } }
        scanner.advance()
        parseBlock(inner, depth: depth + 1)
    }

    /// Makes rules of the declarations gathered so far.
    private mutating func take(_ block: inout DeclarationBlock, _ scope: Scope) {
        guard !block.isEmpty else { return }
        for part in scope.parents { add(part, block, scope) }
        block = DeclarationBlock()
    }

    private mutating func add(_ text: String, _ block: DeclarationBlock, _ scope: Scope) {
        var block = block
        if hasOwnMeaning(text, scope) {
            block.keepCustomProperties()
            guard !block.isEmpty else { return }
        }
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
                    selector: alternative, text: text, place: scope.place, pseudoElement: pseudoElement,
                    declarations: block.normal, important: block.important, conditions: scope.conditions,
                    layer: scope.layer))
        }
    }

    private static let pseudoElements: [(String, StyleRule.PseudoElement)] = [(":before", .before), (":after", .after)]
}
