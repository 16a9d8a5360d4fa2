import HTMLTree

/// Finds elements by the selectors that markup and commands give as text.
final class ElementSearch {
    private let document: Document
    private let log: ClientLog
    /// The selectors that were read so far.
    private var parsed: [String: Selector] = [:]

    private static let keptSelectors = 256

    init(document: Document, log: ClientLog) {
        self.document = document
        self.log = log
    }

    /// All elements of the page that a selector selects; a bad selector is reported and selects none.
    func all(_ text: String) -> [NodeID] { all(text, below: document.root) }

    /// All elements below a node that a selector selects; a bad selector is reported and selects none.
    func all(_ text: String, below node: NodeID) -> [NodeID] {
        selector(text).map { document.all($0, below: node) } ?? []
    }

    /// The nearest element that a selector selects, from a node upwards.
    func closest(_ text: String, to node: NodeID) -> NodeID? {
        selector(text).flatMap { document.closest(node, $0) }
    }

    private func selector(_ text: String) -> Selector? {
        if let known = parsed[text] { return known }
        do {
            let selector = try Selector(text)
            if parsed.count >= Self.keptSelectors { parsed = [:] }
            parsed[text] = selector
            return selector
        } catch {
            log.report(.invalidSelector, error.description)
            return nil
        }
    }
}
