import LiveClient
import Synchronization

/// Gathers which bindings the pages of all cases had, and which of them ran; the cases may run on several threads.
package final class BindingCollector: Sendable {
    /// The route that an address leads to, and the view there.
    package typealias FindRoute = @Sendable (_ path: String) -> (path: String, view: String)?

    /// What is one and the same binding, wherever it stands.
    private struct Key: Hashable {
        /// The view, or the path of a page whose view is not known.
        let owner: String
        let element: String
        let words: String
    }

    private struct Entry {
        let view: String?
        var place: String
        var example: String
        var isUsed: Bool

        /// Takes in the same binding of another page; what is told of it does not depend on the order.
        mutating func merge(_ other: Entry) {
            isUsed = isUsed || other.isUsed
            if (other.place, other.example) < (place, example) { (place, example) = (other.place, other.example) }
        }
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        /// What bindings are known to be: most occur in many cases, and routes are looked for in all that there are.
        var known: [PageBinding: (key: Key, view: String?, place: String)] = [:]
        var isCut = false
    }

    /// How many bindings are remembered.
    private static let knownLimit = 20_000

    private let findRoute: FindRoute
    private let state = Mutex(State())

    /// - Parameter findRoute: Finds the route that an address leads to; nil where there is none.
    package init(findRoute: @escaping FindRoute) { self.findRoute = findRoute }

    /// Makes what watches the pages of one case.
    package func makeObserver() -> any CaseObserver { BindingObserver(self) }

    /// Whether there were more bindings than were kept.
    package var isCut: Bool { state.withLock(\.isCut) }

    /// All bindings, by page and words.
    package var items: [CoverageItem] {
        let entries = state.withLock { $0.entries }
        let items = entries.map { key, entry in
            let example = entry.example.isEmpty ? "" : " \"\(entry.example)\""
            return CoverageItem(
                .bindings, place: entry.place, name: "<\(key.element)>\(example): \(key.words)", view: entry.view,
                isCovered: entry.isUsed)
        }
        return items.sorted { ($0.place, $0.name, $0.view ?? "") < ($1.place, $1.name, $1.view ?? "") }
    }

    fileprivate func add(_ coverage: BindingCoverage) {
        state.withLock { state in
            if coverage.isCut { state.isCut = true }
            for (binding, found) in coverage.bindings {
                let known = state.known[binding] ?? identity(of: binding)
                if state.known.count < Self.knownLimit { state.known[binding] = known }
                let entry = Entry(view: known.view, place: known.place, example: found.example, isUsed: found.isUsed)
                state.entries[known.key, default: entry].merge(entry)
            }
        }
    }

    private func identity(of binding: PageBinding) -> (key: Key, view: String?, place: String) {
        let route = findRoute(binding.path)
        let words = binding.words { findRoute($0)?.path }
        return (
            Key(owner: route?.view ?? binding.path, element: binding.element, words: words), route?.view,
            route?.path ?? binding.path
        )
    }
}

/// Watches the pages of one case.
private final class BindingObserver: CaseObserver {
    private let collector: BindingCollector
    private var pages: [(client: LiveClient, coverage: BindingCoverage)] = []

    init(_ collector: BindingCollector) { self.collector = collector }

    func stepEnded(_ moment: StepMoment) {
        let client = moment.simulator.client
        let coverage: BindingCoverage
        if let known = client.coverage {
            coverage = known
        } else {
            coverage = BindingCoverage()
            client.coverage = coverage
            pages.append((client, coverage))
        }
        coverage.look(at: client)
    }

    func caseEnded(_ result: CaseResult) {
        for page in pages { collector.add(page.coverage) }
    }
}
