import Basics
import HTMLTree
import LiveProtocol
import Simulator

/// Proposes targets that can be pasted into a scenario in the place of one that failed.
struct TargetSuggestions {
    private static let limit = 5

    let finder: TargetFinder
    private var document: Document { finder.document }

    /// The targets of the same kind that are nearest by edit distance.
    func nearest(to target: Target, purpose: TargetPurpose, below scope: NodeID) -> [String] {
        let nodes = finder.page.elements(below: scope)
        switch target.query {
        case .short(let text): return nearest(to: text, among: nodes.flatMap { shortForms(of: $0, purpose) })
        case .label(let text):
            return nearest(
                to: text, among: nodes.flatMap { node in finder.labelTexts(of: node).map { ($0, .label($0)) } })
        case .role(let role): return nearest(toRole: role, named: target.named, among: nodes)
        case .text(let text): return nearest(to: text, among: nodes.compactMap(textForm))
        case .name(let name):
            let names = nodes.filter { document.controlKind(of: $0) != nil }
                .compactMap { document.attribute("name", of: $0) }
            return nearest(to: name, among: names.map { ($0, .name($0)) })
        case .flash(let key):
            let keys = finder.page.simulator.banners.compactMap(\.key)
            return nearest(to: key, among: keys.map { ($0, .flash($0)) })
        case .css:
            return []
        }
    }

    /// The elements that fit a target, each with what tells it from the others.
    func tellingApart(_ matches: [NodeID], of target: Target) -> [String] {
        let shown = matches.prefix(Self.limit).enumerated().map { index, node in
            var precise = target
            if let surroundings = surroundings(of: node, among: matches), target.within.isEmpty {
                precise.within = [surroundings]
            } else {
                precise.nth = index + 1
            }
            if case .short(let text) = target.query { precise = longForm(of: node, text, like: precise) }
            return "\(TargetSpelling.text(of: precise)) is \(ElementDescription(of: node, in: document))"
        }
        return matches.count > shown.count ? shown + ["and \(matches.count - shown.count) more"] : shown
    }

    private func nearest(to text: String, among forms: [(String, TargetQuery)]) -> [String] {
        var seen: Set<String> = []
        let sorted = forms.map { (NearestName.distance(from: $0.0.lowercased(), to: text.lowercased()), $0.1) }
            .sorted { $0.0 < $1.0 }
        return sorted.map { TargetSpelling.text(of: Target($0.1)) }.filter { seen.insert($0).inserted }
            .prefix(Self.limit).map(\.self)
    }

    private func nearest(toRole role: String, named: String?, among nodes: [NodeID]) -> [String] {
        let sameRole = nodes.filter { document.role(of: $0) == role }
        guard !sameRole.isEmpty else {
            let roles = Set(nodes.compactMap(document.role)).sorted()
            return nearest(to: role, among: roles.map { ($0, .role($0)) })
        }
        let names = Set(sameRole.map(document.accessibleName).filter { !$0.isEmpty })
        let wanted = named ?? ""
        let sorted = names.sorted {
            (NearestName.distance(from: $0.lowercased(), to: wanted.lowercased()), $0)
                < (NearestName.distance(from: $1.lowercased(), to: wanted.lowercased()), $1)
        }
        return sorted.prefix(Self.limit).map { TargetSpelling.text(of: Target(.role(role), named: $0)) }
    }

    private func shortForms(of node: NodeID, _ purpose: TargetPurpose) -> [(String, TargetQuery)] {
        var forms = finder.labelTexts(of: node).map { ($0, TargetQuery.short($0)) }
        let name = document.accessibleName(of: node)
        if !name.isEmpty, name.count < 80, purpose.suits(node, in: finder.page.simulator) {
            forms.append((name, .short(name)))
        }
        return forms
    }

    private func textForm(of node: NodeID) -> (String, TargetQuery)? {
        guard document.children(of: node).contains(where: { document.isText($0) }) else { return nil }
        let text = finder.page.text(of: node)
        return text.isEmpty || text.count > 120 ? nil : (text, .text(text))
    }

    private func longForm(of node: NodeID, _ text: String, like target: Target) -> Target {
        var target = target
        if finder.labelTexts(of: node).contains(text) {
            target.query = .label(text)
        } else if let role = document.role(of: node), document.accessibleName(of: node) == text {
            target.query = .role(role)
            target.named = text
        } else {
            target.query = .text(text)
        }
        return target
    }

    /// The nearest thing with a role and a name of its own around an element that holds none of the others.
    private func surroundings(of node: NodeID, among matches: [NodeID]) -> Target? {
        for ancestor in document.ancestors(of: node) {
            let holdsOthers = matches.contains { $0 != node && document.contains(ancestor, $0) }
            if holdsOthers { return nil }
            guard let role = document.role(of: ancestor) else { continue }
            let cell = role == "row" ? document.children(of: ancestor).first { document.isElement($0) } : nil
            let name = cell.map { finder.page.text(of: $0) } ?? document.accessibleName(of: ancestor)
            guard !name.isEmpty, name.count < 60 else { continue }
            let namesakes = finder.matches(.role(role), named: name, purpose: .look, below: document.root)
            if namesakes == [ancestor] { return Target(.role(role), named: name) }
        }
        return nil
    }
}
