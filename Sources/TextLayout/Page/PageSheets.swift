import HTMLTree

/// The page's own style sheets, in document order: its `<style>` elements, and those it links to.
struct PageSheets {
    private(set) var elements: [NodeID] = []
    private(set) var texts: [String] = []
    /// What has come of the sheets that `<link>` elements name, by the element.
    private var linked: [NodeID: String] = [:]
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

    /// Takes the sheets that `<link>` elements name; says whether they are others than before.
    mutating func link(_ sheets: [NodeID: String]) -> Bool {
        guard sheets.count != linked.count || sheets != linked else { return false }
        linked = sheets
        isScanned = false
        return true
    }

    /// Gathers all sheets anew; says whether their texts changed.
    mutating func rescan(_ document: Document) -> Bool {
        isScanned = true
        elements = document.elements(named: "style")
        if !linked.isEmpty {
            elements += document.elements(named: "link").filter { linked[$0] != nil }
            elements.sort(by: document.precedes)
        }
        let found = elements.map { linked[$0] ?? document.textContent(of: $0) }
        defer { texts = found }
        return found != texts
    }
}
