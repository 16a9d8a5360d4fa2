extension TemplateFilter {
    static let sortFilters = [
        TemplateFilter("sort", ["reverse?", "case_sensitive?", "attribute?"]) {
            (value, arguments, _) throws(TemplateError) in
            let elements = try value.elements(arguments.run, at: arguments.offset).values
            let paths = try sortPaths(arguments[2], arguments)
            let order = SortOrder(
                isReversed: arguments.isTrue(0), isCaseSensitive: arguments.isTrue(1), run: arguments.run,
                offset: arguments.offset)
            if paths.isEmpty { return .list(try order.sorted(elements)) }
            return .list(
                try order.sorted(elements) { element in
                    if paths.count == 1 { return element.member(at: paths[0]) }
                    let keys = paths.map { element.member(at: $0) }
                    return .list(order.isCaseSensitive ? keys : keys.map(\.withoutCase))
                })
        },
        TemplateFilter("unique", ["case_sensitive?", "attribute?"]) { (value, arguments, _) throws(TemplateError) in
            let path = try arguments.path(1)
            let list = try value.elements(arguments.run, at: arguments.offset)
            var seen: Set<ValueKey> = []
            var kept: [TemplateValue] = []
            for index in 0..<list.count {
                let subject = path.map { list[index].member(at: $0) } ?? list[index]
                let key = arguments.isTrue(0) ? subject : subject.withoutCase
                if seen.insert(try ValueKey(key, at: arguments.offset)).inserted { kept.append(list[index]) }
            }
            return .list(kept)
        },
        extreme("min", isLargest: false),
        extreme("max", isLargest: true),
        TemplateFilter("groupby", ["attribute", "default?", "case_sensitive?"]) {
            (value, arguments, _) throws(TemplateError) in
            try groups(value, arguments)
        },
        TemplateFilter("dictsort", ["case_sensitive?", "by?", "reverse?"]) {
            (value, arguments, _) throws(TemplateError) in
            guard case .map(let map) = value else { throw .unsupported("dictsort", value, at: arguments.offset) }
            let by = try arguments.text(1) ?? "key"
            guard by == "key" || by == "value" else { throw arguments.invalid(1, expected: "\"key\" or \"value\"") }
            let order = SortOrder(
                isReversed: arguments.isTrue(2), isCaseSensitive: arguments.isTrue(0), run: arguments.run,
                offset: arguments.offset)
            return .list(try order.sorted(map.items) { $0.element(.integer(by == "key" ? 0 : 1)) })
        },
    ]

    /// What is sorted by: members divided by commas, one after another.
    private static func sortPaths(_ attribute: TemplateValue?, _ arguments: BoundArguments) throws(TemplateError)
        -> [AttributePath]
    {
        guard let attribute else { return [] }
        if let text = attribute.string { return TemplateText.split(text, by: ",").map { AttributePath($0) } }
        guard let path = AttributePath(attribute) else { throw arguments.invalid(2, expected: "a name or an index") }
        return [path]
    }

    private static func extreme(_ name: String, isLargest: Bool) -> TemplateFilter {
        TemplateFilter(name, ["case_sensitive?", "attribute?"]) { (value, arguments, _) throws(TemplateError) in
            let path = try arguments.path(1)
            let list = try value.elements(arguments.run, at: arguments.offset)
            var best: (element: TemplateValue, key: TemplateValue)?
            for index in 0..<list.count {
                let element = list[index]
                let subject = path.map { element.member(at: $0) } ?? element
                let key = arguments.isTrue(0) ? subject : subject.withoutCase
                guard let current = best else {
                    best = (element, key)
                    continue
                }
                let isBetter =
                    isLargest
                    ? try current.key.isLess(than: key, arguments.run, at: arguments.offset)
                    : try key.isLess(than: current.key, arguments.run, at: arguments.offset)
                if isBetter { best = (element, key) }
            }
            return best?.element ?? .undefined("the \(name) of nothing")
        }
    }

    private static func groups(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        guard let path = try arguments.path(0) else { throw arguments.invalid(0, expected: "a name or an index") }
        let isCaseSensitive = arguments.isTrue(2)
        func key(_ element: TemplateValue) -> TemplateValue {
            let member = element.member(at: path)
            return member.isUndefined ? arguments.given(1) ?? member : member
        }
        let order = SortOrder(
            isReversed: false, isCaseSensitive: isCaseSensitive, run: arguments.run, offset: arguments.offset)
        let sorted = try order.sorted(try value.elements(arguments.run, at: arguments.offset).values, by: key)
        var groups: [(key: TemplateValue, elements: [TemplateValue])] = []
        var last: TemplateValue?
        for element in sorted {
            let key = key(element)
            let folded = isCaseSensitive ? key : key.withoutCase
            if let last, try last.isEqual(to: folded, arguments.run, at: arguments.offset) {
                groups[groups.count - 1].elements.append(element)
            } else {
                groups.append((key, [element]))
            }
            last = folded
        }
        return .list(groups.map { .list(ValueGroup(key: $0.key, elements: $0.elements)) })
    }
}

/// A group of `groupby`: a pair whose parts have names.
final class ValueGroup: ValueHolder, TemplateList {
    private let key: TemplateValue
    private let elements: ValueList
    let count = 2
    let isTuple = true

    init(key: TemplateValue, elements: [TemplateValue]) {
        self.key = key
        self.elements = ValueList(elements)
    }

    subscript(index: Int) -> TemplateValue { index == 0 ? key : .list(elements) }

    func member(_ name: String) -> TemplateValue? {
        switch name {
        case "grouper": key
        case "list": .list(elements)
        default: nil
        }
    }
}
