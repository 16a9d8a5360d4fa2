/// The `loop` of a running `{% for %}`.
final class Loop: ValueHolder, TemplateObject {
    enum Member: String {
        case index
        case index0
        case revindex
        case revindex0
        case first
        case last
        case length
        case depth
        case depth0
        case previtem
        case nextitem
    }

    var index = 0
    private var list: any TemplateList
    private let depth: Int
    private let statement: ForStatement
    private let template: Template
    private let slotCount: Int
    private var lastChanged: [TemplateValue]?

    var typeName: String { "a loop" }
    var isCallable: Bool { statement.isRecursive }

    init(list: any TemplateList, depth: Int, statement: ForStatement, frame: borrowing TemplateFrame) {
        self.list = list
        self.depth = depth
        self.statement = statement
        template = frame.template
        slotCount = frame.slots.count
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        if let holder = list.holder { holders.append(holder) }
        list = ValueList([])
        lastChanged?.release(into: &holders)
        lastChanged = nil
    }

    func member(_ name: String) -> TemplateValue? { Member(rawValue: name).map { value(of: $0) } }

    func value(of member: Member) -> TemplateValue {
        switch member {
        case .index: .integer(index + 1)
        case .index0: .integer(index)
        case .revindex: .integer(list.count - index)
        case .revindex0: .integer(list.count - index - 1)
        case .first: .bool(index == 0)
        case .last: .bool(index == list.count - 1)
        case .length: .integer(list.count)
        case .depth: .integer(depth + 1)
        case .depth0: .integer(depth)
        case .previtem: index > 0 && index <= list.count ? list[index - 1] : .undefined("loop.previtem")
        case .nextitem: index + 1 < list.count ? list[index + 1] : .undefined("loop.nextitem")
        }
    }

    func callMethod(
        _ name: String, _ arguments: Arguments, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult? {
        switch name {
        case "cycle":
            guard !arguments.positional.isEmpty else {
                throw TemplateError(.missingArgument(callee: "loop.cycle", name: "value"), at: offset)
            }
            return .value(arguments.positional[index % arguments.positional.count])
        case "changed":
            let values = arguments.positional
            let isSame = try isSameAsLast(values, arguments.run, at: offset)
            // It may be the loop itself that is kept.
            for value in values { arguments.run.hold(self, with: value) }
            lastChanged = values
            return .value(.bool(!isSame))
        default: return nil
        }
    }

    private func isSameAsLast(
        _ values: [TemplateValue], _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> Bool {
        guard let lastChanged, lastChanged.count == values.count else { return false }
        for index in values.indices {
            guard try lastChanged[index].isEqual(to: values[index], run, at: offset) else { return false }
        }
        return true
    }

    /// `loop(children)`: runs the loop's body for other elements, one level deeper.
    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        // The body finds its names by their place in the frame that the loop runs in.
        guard statement.isRecursive, frame.template === template, frame.slots.count >= slotCount else {
            throw TemplateError(.notCallable("a loop that is not recursive"), at: offset)
        }
        guard let argument = arguments.positional.first else {
            throw TemplateError(.missingArgument(callee: "loop", name: "elements"), at: offset)
        }
        let elements = try argument.elements(arguments.run, at: offset)
        let outer = frame.slots
        defer { frame.slots = outer }
        let run = frame.context.run
        try run.enter(statement.nesting, at: offset)
        defer { run.leave(statement.nesting) }
        try statement.run(over: elements, &frame, to: &output, depth: depth + 1)
        return .written
    }
}
