/// How filters sort: stable, without regard to case unless asked, and failing on what does not compare.
struct SortOrder {
    let isReversed: Bool
    let isCaseSensitive: Bool
    let run: TemplateRun
    let offset: Int

    func sorted(_ elements: [TemplateValue], by key: ((TemplateValue) -> TemplateValue)? = nil) throws(TemplateError)
        -> [TemplateValue]
    {
        if elements.count < 2 { return elements }
        return try order(of: key.map { elements.map($0) } ?? elements).map { elements[$0] }
    }

    /// The indices of keys in their order.
    private func order(of keys: [TemplateValue]) throws(TemplateError) -> [Int] {
        if let texts = keys.all({ $0.string.map { TextKey(isCaseSensitive ? $0 : TextCase.lowered($0)) } }) {
            return order(of: texts, by: <)
        }
        if let integers = keys.all(\.integer) { return order(of: integers, by: <) }
        if let numbers = keys.all(\.double) { return order(of: numbers, by: <) }
        var failure: TemplateError?
        let order = order(of: isCaseSensitive ? keys : keys.map(\.withoutCase)) { left, right in
            guard failure == nil else { return false }
            do throws(TemplateError) {
                return try left.isLess(than: right, run, at: offset)
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw failure }
        return order
    }

    private func order<Key>(of keys: [Key], by precedes: (Key, Key) -> Bool) -> [Int] {
        keys.indices.sorted { left, right in
            let (first, second) = isReversed ? (right, left) : (left, right)
            if precedes(keys[first], keys[second]) { return true }
            // Of two that are equal the first stays first.
            return left < right && !precedes(keys[second], keys[first])
        }
    }
}

extension [TemplateValue] {
    /// What all values have; nil when one of them has it not.
    fileprivate func all<Part>(_ part: (TemplateValue) -> Part?) -> [Part]? {
        var parts: [Part] = []
        parts.reserveCapacity(count)
        for value in self {
            guard let part = part(value) else { return nil }
            parts.append(part)
        }
        return parts
    }
}

extension TemplateValue {
    /// The value to compare by when case does not matter.
    var withoutCase: TemplateValue {
        switch self {
        case .string(let text), .markup(let text): .string(TextCase.lowered(text))
        case .undefined, .none, .bool, .integer, .number, .list, .map, .object: self
        }
    }
}
