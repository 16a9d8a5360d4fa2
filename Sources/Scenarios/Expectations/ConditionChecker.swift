import Basics
import HTMLTree
import LiveClient
import LiveProtocol
import OrderedCollections
import Simulator
import TextLayout

/// Tells which conditions of an expectation are not true at this moment.
struct ConditionChecker {
    let simulator: Simulator
    /// Knows the events that the last step pushed.
    let watch: PageWatch
    /// Knows what was refused.
    let findings: CaseFindings
    /// Whether to look for what was meant where something is missing; not while it is only waited for.
    var explains = true

    private var page: VisiblePage { VisiblePage(simulator: simulator) }
    private var document: Document { simulator.document }

    func unmet(_ expectation: Expectation) -> [UnmetCondition] {
        expectation.conditions.compactMap { unmet($0, row: expectation.row) }
    }

    /// The elements that an expectation is about, to be marked in the picture.
    func nodes(of expectation: Expectation) -> [NodeID] {
        let resolver = TargetResolver(simulator: simulator)
        return expectation.conditions.flatMap { condition -> [NodeID] in
            switch condition {
            case .flash(let key, _): return simulator.banners.filter { $0.key == key }.map(\.node)
            case .target(let target, _), .count(let target, _), .absentTarget(let target):
                switch resolver.resolve(target) {
                case .found(let node): return [node]
                case .several(let nodes, _): return nodes
                case .none, .tooFew, .noSurroundings: return []
                }
            case .text, .matches, .absentText, .path, .title, .cursor, .pushed, .refused: return []
            }
        }
    }

    private func unmet(_ condition: Expectation.Condition, row: Int?) -> UnmetCondition? {
        switch condition {
        case .text(let text): return unmetText(text.foldingWhitespace(), row: row)
        case .matches(let pattern): return unmetPattern(pattern, row: row)
        case .absentText(let text):
            let found = texts(row: row).first { $0.contains(text.foldingWhitespace()) }
            return found.map { UnmetCondition(wanted: "no text \"\(text)\"", found: excerpt(of: text, in: $0)) }
        case .absentTarget(let target):
            let count = TargetResolver(simulator: simulator, explains: false).count(target)
            guard count > 0 else { return nil }
            return UnmetCondition(wanted: "no \(TargetSpelling.text(of: target))", found: "\(count) of it")
        case .flash(let key, let text): return unmetFlash(key, text)
        case .count(let target, let wanted):
            let count = TargetResolver(simulator: simulator, explains: false).count(target)
            guard count != wanted else { return nil }
            return UnmetCondition(wanted: "\(TargetSpelling.text(of: target)) \(wanted) times", found: "\(count) times")
        case .target(let target, let checks):
            return TargetChecker(simulator: simulator, explains: explains).unmet(target, checks)
        case .path(let path): return unmetEqual("path", path, simulator.client.url)
        case .title(let title): return unmetEqual("title", title, simulator.client.title)
        case .cursor(let position):
            let cursor = simulator.frame().cursor
            guard cursor != position else { return nil }
            return UnmetCondition(
                wanted: "cursor at column \(position.column + 1), row \(position.row + 1)",
                found: cursor.map { "cursor at column \($0.column + 1), row \($0.row + 1)" } ?? "no cursor")
        case .pushed(let event, let payload): return unmetPush(event, payload)
        case .refused(let text): return unmetRefusal(text)
        }
    }

    private func unmetEqual(_ what: String, _ wanted: String, _ found: String) -> UnmetCondition? {
        guard wanted != found else { return nil }
        return UnmetCondition(wanted: "\(what) \"\(wanted)\"", found: "\(what) \"\(found)\"")
    }

    /// The page's text, then the frame's, which has what the page draws beside its text, such as placeholders.
    private func texts(row: Int?) -> some Sequence<String> {
        let readers: [() -> String] =
            if let row {
                [{ self.rowText(row) }]
            } else {
                [{ self.page.text }, { self.simulator.frame().text.foldingWhitespace() }]
            }
        return readers.lazy.map { $0() }
    }

    private func rowText(_ row: Int) -> String {
        let frame = simulator.frame()
        return row <= frame.size.rows ? frame.text(ofRow: row - 1).foldingWhitespace() : ""
    }

    private func unmetText(_ text: String, row: Int?) -> UnmetCondition? {
        if texts(row: row).contains(where: { $0.contains(text) }) { return nil }
        guard explains else { return UnmetCondition(wanted: text, found: "") }
        if let row { return UnmetCondition(wanted: "text \"\(text)\" in row \(row)", found: "\"\(rowText(row))\"") }
        let near = TargetSuggestions(finder: TargetFinder(simulator: simulator)).nearest(
            to: Target(.text(text)), purpose: .look, below: document.root)
        return UnmetCondition(
            wanted: "text \"\(text)\"",
            found: near.isEmpty ? "no text on the page" : "no such text; nearest are \(near.joined(separator: ", "))")
    }

    private func unmetPattern(_ pattern: TextPattern, row: Int?) -> UnmetCondition? {
        let wanted = "text that matches /\(pattern.text)/"
        for text in texts(row: row) {
            switch pattern.search(text) {
            case .found: return nil
            case .notFound: continue
            case .gaveUp:
                return UnmetCondition(
                    wanted: wanted, found: "no answer: the expression is too much work on a text of this length")
            }
        }
        return UnmetCondition(wanted: wanted, found: "none")
    }

    private func unmetFlash(_ key: String, _ text: String?) -> UnmetCondition? {
        let shown = simulator.banners.filter { $0.key == key }
        guard let text else {
            guard let banner = shown.first else { return nil }
            return UnmetCondition(wanted: "no flash \(key)", found: "flash \(key) \"\(banner.text)\"")
        }
        if shown.contains(where: { $0.text == text.foldingWhitespace() }) { return nil }
        let wanted = "flash \(key) \"\(text)\""
        if let banner = shown.first { return UnmetCondition(wanted: wanted, found: "flash \(key) \"\(banner.text)\"") }
        if let value = simulator.client.inspection?.flash[key] {
            return UnmetCondition(wanted: wanted, found: "no banner, though the session holds \(value.json)")
        }
        let others = simulator.banners.map { "\($0.key ?? "(all)") \"\($0.text)\"" }
        return UnmetCondition(
            wanted: wanted,
            found: others.isEmpty ? "no flash" : "no flash \(key); there is \(others.joined(separator: ", "))")
    }

    private func unmetPush(_ event: String, _ payload: JSONValue?) -> UnmetCondition? {
        let fits = watch.pushed.contains { push in push.event == event && (payload.map(push.includes) ?? true) }
        guard !fits else { return nil }
        // Those of that name first, for they are what was meant.
        let named = watch.pushed.filter { $0.event == event }
        let found = (named.isEmpty ? watch.pushed : named).suffix(3).map { "\"\($0.event)\" \($0.payload.json)" }
        return UnmetCondition(
            wanted: "event \"\(event)\"\(payload.map { " with \($0.json)" } ?? "")",
            found: found.isEmpty ? "no event" : found.joined(separator: ", "))
    }

    private func unmetRefusal(_ text: String) -> UnmetCondition? {
        guard findings.failing(saying: text).isEmpty else { return nil }
        let others = findings.failing.map(\.message)
        return UnmetCondition(
            wanted: "a refusal or failure that says \"\(text)\"",
            found: others.isEmpty ? "nothing was refused, and nothing failed" : others.joined(separator: "; "))
    }

    /// Some words around a text.
    private func excerpt(of text: String, in whole: String) -> String {
        guard let range = whole.firstRange(of: text.foldingWhitespace()) else { return "it" }
        let before = whole[..<range.lowerBound].suffix(20)
        let after = whole[range.upperBound...].prefix(20)
        return "\"\(before)\(whole[range])\(after)\""
    }
}
