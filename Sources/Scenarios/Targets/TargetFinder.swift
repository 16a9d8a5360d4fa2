import Basics
import HTMLTree
import Simulator

/// Finds the visible elements that fit a target.
struct TargetFinder {
    let page: VisiblePage
    var document: Document { page.document }

    init(simulator: Simulator) { page = VisiblePage(simulator: simulator) }

    /// All visible elements that fit a query, in document order, without regard to `nth` and `within`.
    func matches(_ query: TargetQuery, named: String?, purpose: TargetPurpose, below scope: NodeID) -> [NodeID] {
        let found = candidates(query, purpose: purpose, below: scope).filter { page.isVisible($0) }
        guard let named = named?.foldingWhitespace() else { return found }
        return found.filter { isNamed($0, named) }
    }

    /// What fits a query, visible or not.
    func candidates(_ query: TargetQuery, purpose: TargetPurpose, below scope: NodeID) -> [NodeID] {
        switch query {
        case .short(let text): return shortMatches(text.foldingWhitespace(), purpose: purpose, below: scope)
        case .label(let text):
            let wanted = text.foldingWhitespace()
            let labelled = elements(below: scope) { labelTexts(of: $0).contains(wanted) }
            guard labelled.isEmpty, purpose == .choose else { return labelled }
            return elements(below: scope) { isRadioGroup($0) && document.accessibleName(of: $0) == wanted }
        case .role(let role): return elements(below: scope) { document.role(of: $0) == role }
        case .text(let text): return innermost(text.foldingWhitespace(), below: scope)
        case .name(let name):
            let named = elements(below: scope) {
                document.controlKind(of: $0) != nil && document.attribute("name", of: $0) == name
            }
            // Radio buttons that share a name are one thing to choose from.
            if purpose == .choose, let first = named.first, document.radioGroup(of: first) == named { return [first] }
            return named
        case .flash(let key):
            return page.simulator.banners.filter { $0.key == key }.map(\.node).filter { document.contains(scope, $0) }
        case .css(let selector): return document.all(selector, below: scope)
        }
    }

    /// The texts by which a control is labelled.
    func labelTexts(of node: NodeID) -> [String] {
        guard
            document.controlKind(of: node) != nil || document.name(of: node) == "meter"
                || document.name(of: node) == "progress"
        else { return [] }
        let labels = document.labels(of: node)
        let isNamedByAttribute =
            document.hasAttribute("aria-label", of: node)
            || document.hasAttribute("aria-labelledby", of: node)
        guard !labels.isEmpty || isNamedByAttribute else { return [] }
        let name = document.accessibleName(of: node)
        return labels.map { document.labelText(of: $0, for: node) } + [name]
    }

    private func shortMatches(_ text: String, purpose: TargetPurpose, below scope: NodeID) -> [NodeID] {
        let labelled = elements(below: scope) {
            labelTexts(of: $0).contains(text) && purpose.suitsLabelled(document, $0)
        }
        let named = elements(below: scope) {
            (document.role(of: $0) != nil || document.name(of: $0) == "form") && isNamed($0, text)
                && purpose.suits($0, in: page.simulator)
        }
        let found = labelled + named.filter { !labelled.contains($0) }
        let visible = found.filter { page.isVisible($0) }
        if !visible.isEmpty { return visible }
        let texts = innermost(text, below: scope)
        return texts.isEmpty ? found : texts
    }

    /// Whether an element's accessible name is a text; a table row goes by the text of any of its cells, too, and a form
    /// by its `name` and `id`.
    private func isNamed(_ node: NodeID, _ name: String) -> Bool {
        if document.accessibleName(of: node) == name { return true }
        switch document.role(of: node) {
        case "row":
            return document.children(of: node).contains { document.isElement($0) && page.text(of: $0) == name }
        case "form":
            return document.attribute("name", of: node) == name || document.attribute("id", of: node) == name
        case _:
            return false
        }
    }

    /// The innermost elements whose whole text is a text. Only where a piece of the text stands is looked closer at.
    private func innermost(_ text: String, below scope: NodeID) -> [NodeID] {
        guard !text.isEmpty else { return [] }
        var found: [NodeID] = []
        for node in document.descendants(of: scope) {
            var candidate: NodeID?
            if document.isText(node) {
                let piece = document.text(of: node).foldingWhitespace()
                guard !piece.isEmpty, piece == text || text.contains(piece) else { continue }
                candidate = document.parentElement(of: node)
            } else if document.controlKind(of: node)?.isButton == true, document.name(of: node) == "input" {
                candidate = node
            }
            while let element = candidate, element != scope {
                let whole = page.text(of: element)
                if whole == text {
                    if !found.contains(element) { found.append(element) }
                    break
                }
                guard whole.utf8.count < text.utf8.count else { break }
                candidate = document.parentElement(of: element)
            }
        }
        return found
    }

    private func isRadioGroup(_ node: NodeID) -> Bool {
        document.name(of: node) == "fieldset" || document.role(of: node) == "radiogroup"
    }

    private func elements(below scope: NodeID, where test: (NodeID) -> Bool) -> [NodeID] {
        document.elements(below: scope).filter(test)
    }
}

extension TargetPurpose {
    /// Whether a labelled control is what the purpose needs.
    fileprivate func suitsLabelled(_ document: Document, _ node: NodeID) -> Bool {
        switch self {
        case .look, .click, .focus, .choose: true
        case .upload: document.controlKind(of: node) == .file
        case .tick: document.controlKind(of: node) == .checkbox || document.controlKind(of: node) == .radio
        case .submit: document.controlKind(of: node)?.isSubmitButton == true
        }
    }
}
