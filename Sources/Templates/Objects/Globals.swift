/// The functions that every template sees.
enum Globals: String, CaseIterable {
    case range
    case dict
    case namespace
    case cycler
    case joiner

    static func value(of name: String) -> TemplateValue? {
        Globals(rawValue: name).map { .object(GlobalFunction($0)) }
    }
}

/// One of the functions that every template sees, as a value.
final class GlobalFunction: CallableObject {
    /// How many numbers `range` may count.
    private static let rangeLimit = 1_000_000

    private let function: Globals
    override var typeName: String { "the function \"\(function.rawValue)\"" }

    init(_ function: Globals) { self.function = function }

    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        switch function {
        case .range: .value(.list(try range(arguments, at: offset)))
        case .dict: .value(.map(try dictionary(arguments, at: offset)))
        case .namespace: .value(.object(Namespace(try dictionary(arguments, at: offset), arguments.run)))
        case .cycler:
            if arguments.positional.isEmpty {
                throw TemplateError(.missingArgument(callee: "cycler", name: "value"), at: offset)
            } else {
                .value(.object(Cycler(arguments.positional)))
            }
        case .joiner: .value(.object(Joiner(try Self.joiner.bind(arguments, at: offset).given(0) ?? .string(", "))))
        }
    }

    private static let joiner = Signature("joiner", ["sep?"])
    private static let range = Signature("range", ["start", "stop?", "step?"])

    private func range(_ arguments: Arguments, at offset: Int) throws(TemplateError) -> RangeList {
        let bound = try Self.range.bind(arguments, at: offset)
        guard let first = try bound.integer(0) else { throw bound.invalid(0, expected: "an integer") }
        let stop = try bound.integer(1)
        let step = try bound.integer(2) ?? 1
        guard step != 0 else { throw bound.invalid(2, expected: "not 0") }
        let list = RangeList(start: stop == nil ? 0 : first, stop: stop ?? first, step: step)
        guard list.count <= Self.rangeLimit else { throw TemplateError(.resultTooLarge("the range"), at: offset) }
        return list
    }

    private func dictionary(_ arguments: Arguments, at offset: Int) throws(TemplateError) -> ValueMap {
        guard arguments.positional.count <= 1 else {
            throw TemplateError(.tooManyArguments(callee: function.rawValue, limit: 1), at: offset)
        }
        let map = ValueMap()
        if let base = arguments.positional.first {
            guard case .map(let base) = base else { throw .unsupported(function.rawValue, base, at: offset) }
            for index in 0..<base.count { try map.set(base.value(at: index), for: base.key(at: index), at: offset) }
        }
        for argument in arguments.named { map.set(argument.value, forKey: argument.name) }
        return map
    }
}

/// `namespace(...)`: a value whose members can be set from within loops.
final class Namespace: ValueHolder, TemplateObject {
    private let members: ValueMap
    var typeName: String { "a namespace" }

    init(_ members: ValueMap, _ run: TemplateRun) {
        self.members = members
        super.init()
        // It may be set as its own member.
        run.hold(self)
    }

    override func release(into holders: inout [ValueHolder]) { members.release(into: &holders) }

    func member(_ name: String) -> TemplateValue? { members.value(forKey: name) }

    func set(_ value: TemplateValue, for name: String) { members.set(value, forKey: name) }
}
