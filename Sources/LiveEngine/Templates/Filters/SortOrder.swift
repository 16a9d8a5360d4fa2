/// How filters sort: stable, without regard to case unless asked, and failing on what does not compare.
struct SortOrder {
    let isReversed: Bool
    let isCaseSensitive: Bool
    let offset: Int

    func sorted(_ elements: [TemplateValue], by key: (TemplateValue) -> TemplateValue) throws(TemplateError)
        -> [TemplateValue]
    {
        let keys = elements.map { isCaseSensitive ? key($0) : key($0).withoutCase }
        var failure: TemplateError?
        let order = elements.indices.sorted { left, right in
            guard failure == nil else { return false }
            do throws(TemplateError) {
                let (first, second) = isReversed ? (right, left) : (left, right)
                if try keys[first].isLess(than: keys[second], at: offset) { return true }
                if try keys[second].isLess(than: keys[first], at: offset) { return false }
            } catch {
                failure = error
                return false
            }
            return left < right
        }
        if let failure { throw failure }
        return order.map { elements[$0] }
    }
}

extension TemplateValue {
    /// The value to compare by when case does not matter.
    var withoutCase: TemplateValue {
        switch self {
        case .string(let text), .markup(let text): .string(text.lowercased())
        case .undefined, .none, .bool, .integer, .number, .list, .map, .object: self
        }
    }
}
