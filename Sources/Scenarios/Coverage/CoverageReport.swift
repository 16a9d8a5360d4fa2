/// What a whole run exercised, and what it left out.
package struct CoverageReport: Sendable {
    /// How much of some things was exercised.
    package struct Count: Hashable, Sendable {
        package let covered: Int
        package let total: Int

        /// Rounded down, so that only all of them are 100; nil of nothing.
        package var percent: Int? { total == 0 ? nil : covered * 100 / total }
    }

    /// By kind, in order; each once.
    package let items: [CoverageItem]
    /// What views and components take events beside those that are known of.
    package let openHandlers: [String]
    /// What else there is to say about what was counted.
    package let notes: [String]
    /// What was looked for at all.
    package let kinds: [CoverageKind]

    /// - Parameters:
    ///   - items: What there is; of those that are the same, one is enough to be exercised.
    ///   - kinds: What was looked for at all.
    ///   - openHandlers: What views and components take events by any name.
    ///   - notes: What else there is to say, in sentences.
    package init(
        _ items: [CoverageItem], kinds: [CoverageKind] = CoverageKind.allCases, openHandlers: [String] = [],
        notes: [String] = []
    ) {
        self.kinds = kinds
        self.openHandlers = openHandlers
        self.notes = notes
        var merged: [CoverageItem] = []
        var places: [CoverageItem: Int] = [:]
        for item in items {
            let key = item.covered(false)
            if let place = places[key] {
                if item.isCovered { merged[place] = item }
            } else {
                places[key] = merged.count
                merged.append(item)
            }
        }
        self.items = kinds.flatMap { kind in merged.filter { $0.kind == kind } }
    }

    /// Of one kind; nil for all together.
    package func count(of kind: CoverageKind?) -> Count {
        let items = items.filter { kind == nil || $0.kind == kind }
        return Count(covered: items.count(where: \.isCovered), total: items.count)
    }

    /// What was left out, of one kind.
    package func missing(_ kind: CoverageKind) -> [CoverageItem] {
        items.filter { $0.kind == kind && !$0.isCovered }
    }
}

extension CoverageItem {
    fileprivate func covered(_ isCovered: Bool) -> CoverageItem {
        CoverageItem(kind, place: place, name: name, view: view, isCovered: isCovered)
    }
}
