import Simulator
import TextLayout

extension Interface {
    /// Goes to the next hit of the search, or to the one before, and says when it went round.
    func stepSearch(isBackward: Bool) {
        search?.refresh(on: simulator)
        guard let search, search.count > 0 else { return }
        if self.search?.step(isBackward: isBackward) == true {
            problems.tell(isBackward ? "the search went on from the bottom" : "the search went on from the top")
        }
        showCurrentHit()
    }

    /// Scrolls to the hit that one is at, with a row around it.
    func showCurrentHit() {
        guard let rows = search?.currentRows else { return }
        simulator.reveal(rows: max(0, rows.lowerBound - 1)..<min(rows.upperBound + 1, max(1, simulator.pageHeight)))
    }

    func endSearch() { search = nil }

    /// What a search and a selection mark of the page that is in view.
    var ownHighlights: [PageHighlight] {
        if let search, search.path != PageSearch.path(of: simulator) { endSearch() }
        // Mostly there is nothing to mark, and each key would pay for the look.
        guard search != nil || overlay is PageSelector || simulator.currentRow != nil else { return [] }
        search?.refresh(on: simulator)
        let first = simulator.scrollRow + simulator.coveredRows
        let rows = first..<max(first, simulator.scrollRow + simulator.size.rows)
        var marks = search?.highlights(inRows: rows) ?? []
        if let row = simulator.currentRow {
            marks += simulator.areas(onPageOf: row).map { PageHighlight(area: $0, kind: .selected) }
        }
        if let selector = overlay as? PageSelector { marks += selector.highlights(inRows: rows) }
        return marks
    }

    /// The keys of the search, for the status line, while it marks something.
    var searchHelp: [HelpLine] {
        guard let search, search.count > 0 else { return [] }
        return keys.rows.compactMap { row in
            let shown = keys.keys(of: row, in: keyContext)
            switch row.action {
            case .searchNext:
                return row.helpLine(of: shown, in: "Search", does: "hit \(search.position), on to the next")
            case .searchPrevious, .endSearch: return row.helpLine(of: shown, in: "Search")
            case _: return nil
            }
        }
    }
}
