import HTMLTree

/// The page's own style sheets: its `<style>` elements, in document order.
struct PageSheets {
    private var elements: [NodeID] = []
    private(set) var texts: [String] = []
    private var isScanned = false

    /// Looks whether the known sheets, or the head of the page, changed; says whether the texts did.
    mutating func update(from document: Document, since revision: UInt64) -> Bool {
        guard isScanned else { return rescan(document) }
        let isStale = elements.contains {
            !document.isAlive($0) || !document.isConnected($0) || document.revision(of: $0) > revision
        }
        let heads = document.children(of: document.root).flatMap { document.children(of: $0) }
            .filter { document.name(of: $0) == "head" }
        let hasNewHead = heads.contains { document.revision(of: $0) > revision }
        return isStale || hasNewHead ? rescan(document) : false
    }

    /// Gathers all sheets anew; says whether their texts changed.
    mutating func rescan(_ document: Document) -> Bool {
        isScanned = true
        elements = document.elements(named: "style")
        let found = elements.map { document.textContent(of: $0) }
        defer { texts = found }
        return found != texts
    }
}
