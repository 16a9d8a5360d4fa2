import HTMLTree

/// Gives banners the digits that dismiss them. A banner keeps its digit for as long as it stays, whatever comes before it.
struct BannerLabels {
    private static let digits = (1...10).map { String($0 % 10) }

    /// The banners as they were labelled last.
    private var known: [Banner] = []

    /// The same banners with their digits; what is new gets the first that is free, and of more than ten the rest none.
    mutating func label(_ banners: [Banner]) -> [Banner] {
        var open = known.filter { !$0.label.isEmpty }
        var labelled = banners
        for place in labelled.indices { labelled[place].label = "" }
        // A view may show a banner in another's element; what it says tells more than where it stands.
        let likenesses: [(Banner, Banner) -> Bool] = [
            { $0.key == $1.key && $0.text == $1.text }, { $0.key != nil && $0.key == $1.key }, { $0.node == $1.node },
        ]
        for isAlike in likenesses {
            for place in labelled.indices where labelled[place].label.isEmpty {
                guard let match = open.firstIndex(where: { isAlike($0, labelled[place]) }) else { continue }
                labelled[place].label = open.remove(at: match).label
            }
        }
        var free = Self.digits.filter { digit in !labelled.contains { $0.label == digit } }[...]
        for place in labelled.indices where labelled[place].label.isEmpty {
            labelled[place].label = free.popFirst() ?? ""
        }
        known = labelled
        return labelled
    }
}
