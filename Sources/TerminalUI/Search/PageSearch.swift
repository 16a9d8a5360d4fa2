import Simulator
import TextLayout

/// A search on the page: what is looked for, what was found, and which of it one is at.
struct PageSearch {
    private(set) var words = ""
    private var text: PageText
    private var matches: PageMatches
    /// The layout in which was searched.
    private var layoutNumber: Int
    /// The page on which was searched, by its path.
    let path: String
    /// The match that one is at.
    private(set) var current: Int?

    init(on simulator: Simulator) {
        text = simulator.pageText
        layoutNumber = simulator.layoutNumber
        path = Self.path(of: simulator)
        matches = text.matches(of: "")
    }

    var count: Int { matches.count }

    /// What of the address says which page it is; a query only says how it is shown.
    static func path(of simulator: Simulator) -> String {
        String(simulator.client.url.prefix { $0 != "?" && $0 != "#" })
    }

    /// Such as `3/17`.
    var position: String {
        guard let current else { return words.isEmpty ? "" : "no hit" }
        return "\(current + 1)/\(count)"
    }

    /// The rows of the page of the match that one is at.
    var currentRows: Range<Int>? {
        guard let areas = currentAreas, let first = areas.first, let last = areas.last else { return nil }
        return min(first.origin.row, last.origin.row)..<max(first.rows.upperBound, last.rows.upperBound)
    }

    /// Where the match that one is at begins.
    var currentStart: Position? { currentAreas?.first?.origin }

    private var currentAreas: [Rect]? { current.map { text.areas(of: $0, in: matches) } }

    /// Looks for other words: the first match from a row of the page on, else the first of all.
    mutating func look(for words: String, fromRow row: Int) {
        self.words = words
        matches = text.matches(of: words)
        current = text.firstMatch(in: matches, fromRow: row) ?? (count > 0 ? 0 : nil)
    }

    /// Searches anew where the page is another than before; one stays at the match of the same number.
    mutating func refresh(on simulator: Simulator) {
        guard simulator.layoutNumber != layoutNumber else { return }
        text = simulator.pageText
        layoutNumber = simulator.layoutNumber
        matches = text.matches(of: words)
        current = count > 0 ? min(current ?? 0, count - 1) : nil
    }

    /// Goes to the next match, or to the one before.
    ///
    /// - Returns: Whether it went round at an end.
    mutating func step(isBackward: Bool) -> Bool {
        guard let current, count > 0 else { return false }
        let next = current + (isBackward ? -1 : 1)
        self.current = (next + count) % count
        return !(0..<count).contains(next)
    }

    /// The marks on some rows of the page.
    func highlights(inRows rows: Range<Int>) -> [PageHighlight] {
        text.matches(matches, inRows: rows).flatMap { match in
            text.areas(of: match, in: matches).map { area in
                PageHighlight(area: area, kind: match == current ? .currentHit : .hit)
            }
        }
    }
}
