/// The methods of lists and tuples.
enum ListMethods {
    private static let queries = ["index", "count"]
    private static let changes = ["append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear", "copy"]

    static func names(of list: any TemplateList) -> [String] {
        list is ValueList && !list.isTuple ? queries + changes : queries
    }

    private static let signatures: [String: Signature] = [
        "index": Signature("index", ["value", "start?", "stop?"]), "count": Signature("count", ["value"]),
        "append": Signature("append", ["object"]), "extend": Signature("extend", ["iterable"]),
        "insert": Signature("insert", ["index", "object"]), "pop": Signature("pop", ["index?"]),
        "remove": Signature("remove", ["value"]), "reverse": Signature("reverse", []),
        "sort": Signature("sort", ["reverse?"]), "clear": Signature("clear", []), "copy": Signature("copy", []),
    ]

    static func call(_ name: String, on list: any TemplateList, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        guard let signature = signatures[name], names(of: list).contains(name) else { return nil }
        let bound = try signature.bind(arguments, at: offset)
        switch name {
        case "count":
            var count = 0
            try bound.run.look(through: list.count, at: offset)
            for index in 0..<list.count where try list[index].isEqual(to: bound.value(0), bound.run, at: offset) {
                count += 1
            }
            return .integer(count)
        case "index":
            let (start, stop) = (try bound.integer(1) ?? 0, try bound.integer(2) ?? list.count)
            let first = clamp(start, list)
            return .integer(try index(of: bound.value(0), in: list, first..<max(first, clamp(stop, list)), bound))
        default: break
        }
        guard let list = list as? ValueList else { return nil }
        return try change(name, list, bound)
    }

    private static func change(_ name: String, _ list: ValueList, _ bound: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let (run, offset) = (bound.run, bound.offset)
        switch name {
        case "append":
            try run.makeElements(1, at: offset)
            run.hold(list, with: bound.value(0))
            try list.change { $0.append(bound.value(0)) }
        case "extend":
            let more = try bound.value(0).elements(run, at: offset).values
            try run.makeElements(more.count, at: offset)
            for value in more { run.hold(list, with: value) }
            try list.change { $0 += more }
        case "insert":
            let index = clamp(try bound.integer(0) ?? 0, list)
            try run.makeElements(1, at: offset)
            run.hold(list, with: bound.value(1))
            try run.look(through: list.count, at: offset)
            try list.change { $0.insert(bound.value(1), at: index) }
        case "pop":
            let index = try bound.integer(0) ?? -1
            let place = index < 0 ? index + list.count : index
            guard place >= 0, place < list.count else {
                throw bound.failed("a list of \(list.count) elements, at \(index)")
            }
            if place < list.count - 1 { try run.look(through: list.count, at: offset) }
            return try list.change { $0.remove(at: place) }
        case "remove":
            let place = try index(of: bound.value(0), in: list, 0..<list.count, bound)
            _ = try list.change { $0.remove(at: place) }
        case "reverse":
            try run.look(through: list.count, at: offset)
            try list.change { $0.reverse() }
        case "sort":
            let order = SortOrder(isReversed: bound.isTrue(0), isCaseSensitive: true, run: run, offset: offset)
            try run.look(through: list.count, at: offset)
            let sorted = try order.sorted(list.values) { $0 }
            try list.change { $0 = sorted }
        case "clear": try list.change { $0 = [] }
        default:
            let copy = TemplateValue.list(list.values)
            try run.made(copy, at: offset)
            return copy
        }
        return .none
    }

    private static func index(
        of value: TemplateValue, in list: any TemplateList, _ range: Range<Int>, _ bound: BoundArguments
    ) throws(TemplateError) -> Int {
        try bound.run.look(through: range.count, at: bound.offset)
        for index in range where try list[index].isEqual(to: value, bound.run, at: bound.offset) { return index }
        throw bound.failed("a value that is not in the list")
    }

    /// An index within a list; one below zero counts from the end.
    private static func clamp(_ index: Int, _ list: any TemplateList) -> Int {
        min(max(index < 0 ? index + list.count : index, 0), list.count)
    }
}
