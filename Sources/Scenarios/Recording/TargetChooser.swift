import Basics
import HTMLTree
import Simulator

/// Chooses the target by which a recording names an element: the first of label, role and name, flash, field name, text and
/// CSS that means this one element now, by the resolver that scenarios are run with (RecordingScenarios.md, "Targets").
struct TargetChooser {
    /// A longer text is no name for anything.
    private static let longestText = 80

    let simulator: Simulator
    private let resolver: TargetResolver
    private var document: Document { simulator.document }

    init(simulator: Simulator) {
        self.simulator = simulator
        resolver = TargetResolver(simulator: simulator, explains: false)
    }

    /// The target of an element; nil when nothing tells it from others, or it is not to be seen.
    ///
    /// - Parameters:
    ///   - isMeant: Whether another element does as well, such as the words in a button.
    func target(
        of node: NodeID, for purpose: TargetPurpose,
        isMeant: (NodeID) -> Bool = { _ in false }
    ) -> ChosenTarget? {
        guard document.isAlive(node), simulator.isDisplayed(node) else { return nil }
        func means(_ target: Target) -> Bool {
            guard case .found(let found) = resolver.resolve(target, for: purpose) else { return false }
            return found == node || isMeant(found)
        }
        let plain = descriptions(of: node)
        for target in plain where means(target) {
            let short = shortForm(of: target).flatMap { means(Target(.short($0))) ? $0 : nil }
            return ChosenTarget(target: target, short: short)
        }
        let places = surroundings(of: node)
        for description in plain {
            for place in places {
                var target = description
                target.within = [place]
                if means(target) { return ChosenTarget(target: target) }
            }
        }
        let css = CSSNames(of: node, in: document)
        for selector in css.own.compactMap({ try? Selector($0) }) where means(Target(.css(selector))) {
            return ChosenTarget(target: Target(.css(selector)), remark: css.path)
        }
        for description in plain {
            let finder = resolver.finder
            let matches = finder.matches(
                description.query, named: description.named, purpose: purpose, below: document.root)
            guard let place = matches.firstIndex(where: { $0 == node || isMeant($0) }) else { continue }
            var target = description
            target.nth = place + 1
            if means(target) { return ChosenTarget(target: target, remark: css.path) }
        }
        guard let selector = try? Selector(css.path), means(Target(.css(selector))) else { return nil }
        return ChosenTarget(target: Target(.css(selector)), remark: css.path)
    }

    /// What can be said of an element, the best first.
    private func descriptions(of node: NodeID) -> [Target] {
        var targets = resolver.finder.labelTexts(of: node).filter(isName).map { Target(.label($0)) }
        let name = document.accessibleName(of: node).foldingWhitespace()
        if let role = document.role(of: node), isName(name) { targets.append(Target(.role(role), named: name)) }
        for banner in simulator.banners where banner.node == node {
            if let key = banner.key { targets.append(Target(.flash(key))) }
        }
        if document.controlKind(of: node) != nil, let name = document.attribute("name", of: node), isName(name) {
            targets.append(Target(.name(name)))
        }
        let text = resolver.finder.page.text(of: node)
        if isName(text) { targets.append(Target(.text(text))) }
        return targets
    }

    /// The text alone by which a target might be found too.
    private func shortForm(of target: Target) -> String? {
        switch target.query {
        case .label(let text), .text(let text): text
        case .role: target.named
        case .short, .name, .flash, .css: nil
        }
    }

    /// What is around an element and has a role and a name of its own, the nearest first.
    private func surroundings(of node: NodeID) -> [Target] {
        document.ancestors(of: node).compactMap { ancestor in
            guard document.isElement(ancestor), let role = document.role(of: ancestor) else { return nil }
            let names = cellTexts(of: ancestor, role) + [document.accessibleName(of: ancestor)]
            let targets = names.filter(isName).map { Target(.role(role), named: $0) }
            return targets.first { target in
                guard case .found(ancestor) = resolver.resolve(target) else { return false }
                return true
            }
        }
    }

    /// A row goes by the text of any of its cells.
    private func cellTexts(of row: NodeID, _ role: String) -> [String] {
        guard role == "row" else { return [] }
        return document.children(of: row).filter(document.isElement).map { resolver.finder.page.text(of: $0) }
    }

    private func isName(_ text: String) -> Bool {
        !text.isEmpty && text.count <= Self.longestText && text.contains { $0.isLetter || $0.isNumber || $0.isSymbol }
    }
}
