import HTMLTree
import Simulator

/// Tells whether a page changed, whatever a person typed into one of its fields meanwhile.
struct PageDigest {
    private struct Moment: Hashable {
        let generation: Int
        let revision: UInt64
        let field: NodeID?
    }

    private let simulator: Simulator
    private var known: (moment: Moment, digest: Int)?

    init(of simulator: Simulator) { self.simulator = simulator }

    /// A number that is another one when the page is.
    ///
    /// - Parameter field: The field whose own text does not count.
    mutating func value(without field: NodeID?) -> Int {
        let document = simulator.document
        let moment = Moment(
            generation: simulator.client.documentGeneration, revision: document.revision(of: document.root),
            field: field)
        if let known, known.moment == moment { return known.digest }
        let digest = Self.digest(of: document, without: field)
        known = (moment, digest)
        return digest
    }

    private static func digest(of document: Document, without field: NodeID?) -> Int {
        var hasher = Hasher()
        for node in document.descendants(of: document.root) {
            if document.isText(node) {
                if document.parentElement(of: node).map({ document.controlKind(of: $0) == .textarea }) == true {
                    continue
                }
                hasher.combine(document.text(of: node))
            } else if document.isElement(node) {
                let isTextEntry = document.controlKind(of: node)?.isTextEntry == true
                hasher.combine(document.name(of: node))
                for attribute in document.attributes(of: node) where !(isTextEntry && attribute.name == "value") {
                    hasher.combine(attribute.name)
                    hasher.combine(attribute.value)
                }
                if isTextEntry, node != field { hasher.combine(document.value(of: node)) }
            }
        }
        return hasher.finalize()
    }
}
