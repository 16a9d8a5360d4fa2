import Basics
import HTMLTree
import Simulator

/// Tells what is not true of an element that is expected to be there.
struct TargetChecker {
    let simulator: Simulator
    let explains: Bool
    private var document: Document { simulator.document }

    func unmet(_ target: Target, _ checks: [Expectation.TargetCheck]) -> UnmetCondition? {
        let spelling = TargetSpelling.text(of: target)
        let wantsHidden = checks.contains(.state(.hidden))
        switch TargetResolver(simulator: simulator, explains: explains).resolve(target) {
        case .found(let node):
            for check in checks {
                if let unmet = unmet(node, check, spelling) { return unmet }
            }
            return nil
        case .none(let hiddenCount, let nearest):
            if wantsHidden, hiddenCount > 0 { return nil }
            let hidden = hiddenCount > 0 ? "only hidden ones (\(hiddenCount))" : "none"
            let near = nearest.isEmpty ? "" : "; nearest are \(nearest.joined(separator: ", "))"
            return UnmetCondition(wanted: spelling, found: hidden + near)
        case .several(_, let targets):
            return UnmetCondition(wanted: "one \(spelling)", found: "several: \(targets.joined(separator: "; "))")
        case .tooFew(let count):
            return UnmetCondition(wanted: spelling, found: "only \(count)")
        case .noSurroundings(let reason):
            return UnmetCondition(wanted: spelling, found: reason)
        }
    }

    private func unmet(_ node: NodeID, _ check: Expectation.TargetCheck, _ spelling: String) -> UnmetCondition? {
        switch check {
        case .value(let wanted):
            let held = values(of: node)
            guard !held.contains(wanted) else { return nil }
            return UnmetCondition(
                wanted: "\(spelling) with value \"\(wanted)\"", found: "value \"\(held.first ?? "")\"")
        case .error(let wanted):
            let errors = errors(of: node)
            guard let wanted else {
                return errors.first.map {
                    UnmetCondition(wanted: "no error at \(spelling)", found: "error \"\($0)\"")
                }
            }
            guard !errors.contains(wanted.foldingWhitespace()) else { return nil }
            return UnmetCondition(
                wanted: "error \"\(wanted)\" at \(spelling)",
                found: errors.first.map { "error \"\($0)\"" } ?? "no error")
        case .state(let state):
            guard !isIn(state, node) else { return nil }
            return UnmetCondition(wanted: "\(spelling) to be \(state.rawValue)", found: "it is not")
        }
    }

    /// What an element holds; of a select the value and the text of each choice, of a file input each
    /// file's name.
    func values(of node: NodeID) -> [String] {
        switch document.controlKind(of: node) {
        case .select:
            let chosen = document.selectedOptions(of: node)
            return chosen.map(document.optionText) + chosen.map { document.optionValue(of: $0) }
        case .file:
            let files = document.files(of: node).map(\.name)
            return files.isEmpty ? [""] : files
        case nil: return [VisiblePage(simulator: simulator).text(of: node)]
        case .some: return [document.value(of: node)]
        }
    }

    /// The visible messages at a field: what its `aria-errormessage` and `aria-describedby` name, what
    /// `phx-feedback-for` says is for it, and alerts beside it.
    private func errors(of node: NodeID) -> [String] {
        let page = VisiblePage(simulator: simulator)
        let named = ["aria-errormessage", "aria-describedby"].compactMap { document.attribute($0, of: node) }
            .flatMap { $0.split(whereSeparator: \.isWhitespace) }.compactMap { document.element(withID: String($0)) }
        let keys = [document.attribute("name", of: node), document.attribute("id", of: node)].compactMap(\.self)
        let around = document.parentElement(of: node).map { document.elements(below: $0).map(\.self) } ?? []
        let beside = around.filter { candidate in
            if let key = document.attribute("phx-feedback-for", of: candidate) { return keys.contains(key) }
            return document.role(of: candidate) == "alert" && !document.contains(candidate, node)
        }
        return (named + beside).filter(page.isVisible).map { page.text(of: $0) }.filter { !$0.isEmpty }
    }

    private func isIn(_ state: TargetState, _ node: NodeID) -> Bool {
        switch state {
        case .focused: document.activeElement == node
        case .enabled: !document.isDisabled(node)
        case .disabled: document.isDisabled(node)
        case .checked: document.isChecked(node) || document.attribute("aria-checked", of: node) == "true"
        case .unchecked: !document.isChecked(node) && document.attribute("aria-checked", of: node) != "true"
        case .selected: document.isChecked(node) || document.attribute("aria-selected", of: node) == "true"
        case .visible: simulator.isDisplayed(node)
        case .hidden: !simulator.isDisplayed(node)
        case .loading:
            (document.attribute("class", of: node) ?? "").split(separator: " ").contains {
                $0.hasPrefix("phx-") && $0.hasSuffix("-loading")
            }
        }
    }
}
