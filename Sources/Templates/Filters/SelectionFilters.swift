import Basics
import LiveProtocol

extension TemplateFilter {
    static let selectionFilters = [
        TemplateFilter("map", ["*"]) { (value, arguments, context) throws(TemplateError) in
            try map(value, arguments, context)
        },
        selecting("select", byAttribute: false, keeps: true),
        selecting("reject", byAttribute: false, keeps: false),
        selecting("selectattr", byAttribute: true, keeps: true),
        selecting("rejectattr", byAttribute: true, keeps: false),
    ]

    private static func map(
        _ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext
    ) throws(TemplateError) -> TemplateValue {
        if !value.isTrue { return .list([TemplateValue]()) }
        let list = try value.elements(arguments.run, at: arguments.offset)
        var mapped: [TemplateValue] = []
        mapped.reserveCapacity(list.count)
        if let attribute = arguments.named.first(where: { $0.name == "attribute" })?.value {
            let path = AttributePath(attribute) ?? AttributePath("")
            let fallback = arguments.named.first { $0.name == "default" }?.value
            for index in 0..<list.count {
                let member = list[index].member(at: path)
                mapped.append(member.isUndefined ? fallback ?? member : member)
            }
            return .list(mapped)
        }
        let name = try name(arguments, what: "filter")
        guard let filter = TemplateFilter.named(name) else {
            throw TemplateError(
                .unknownFilter(name, suggestion: NearestName.of(name, among: names)), at: arguments.offset)
        }
        let own = try filter.signature.bind(
            Arguments(
                run: arguments.run, positional: Array(arguments.rest.dropFirst()), named: arguments.named),
            at: arguments.offset)
        for index in 0..<list.count { mapped.append(try filter.run(list[index], own, context)) }
        return .list(mapped)
    }

    private static func selecting(_ name: String, byAttribute: Bool, keeps: Bool) -> TemplateFilter {
        TemplateFilter(name, byAttribute ? ["attribute", "*"] : ["*"]) { (value, arguments, _) throws(TemplateError) in
            let path = byAttribute ? try arguments.path(0) : nil
            if !value.isTrue { return .list([TemplateValue]()) }
            let list = try value.elements(arguments.run, at: arguments.offset)
            let test = try test(arguments)
            var kept: [TemplateValue] = []
            for index in 0..<list.count {
                let element = list[index]
                let subject = path.map { element.member(at: $0) } ?? element
                if try test(subject) == keeps { kept.append(element) }
            }
            return .list(kept)
        }
    }

    /// The test that the arguments name; truth when they name none.
    private static func test(_ arguments: BoundArguments) throws(TemplateError)
        -> (TemplateValue) throws(TemplateError) -> Bool
    {
        guard !arguments.rest.isEmpty else { return { (value) throws(TemplateError) in value.isTrue } }
        let name = try name(arguments, what: "test")
        guard let test = TemplateTest.named(name) else {
            throw TemplateError(
                .unknownTest(name, suggestion: NearestName.of(name, among: TemplateTest.names)),
                at: arguments.offset)
        }
        let own = try test.signature.bind(
            Arguments(
                run: arguments.run, positional: Array(arguments.rest.dropFirst()), named: arguments.named),
            at: arguments.offset)
        return { (value) throws(TemplateError) in
            try own.run.work(at: own.offset)
            return try test.apply(value, own)
        }
    }

    private static func name(_ arguments: BoundArguments, what: String) throws(TemplateError) -> String {
        guard let first = arguments.rest.first else {
            throw TemplateError(
                .missingArgument(callee: arguments.signature.callee, name: what), at: arguments.offset)
        }
        guard let name = first.string else { throw .unsupported("the name of a \(what)", first, at: arguments.offset) }
        return name
    }
}
