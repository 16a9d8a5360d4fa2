/// The `loop` of a running `{% for %}`.
final class Loop: CallableObject {
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
    private let body: any LoopBody
    private let template: Template
    private let slotCount: Int
    private var lastChanged: [TemplateValue]?

    override var typeName: String { "a loop" }
    override var isCallable: Bool { body.isRecursive }

    init(list: any TemplateList, depth: Int, body: any LoopBody, frame: borrowing TemplateFrame) {
        self.list = list
        self.depth = depth
        self.body = body
        template = frame.template
        slotCount = frame.slots.count
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        if let holder = list.holder {
            holders.append(holder)
            list = ValueList([])
        }
        lastChanged?.release(into: &holders)
        lastChanged = nil
    }

    override func member(_ name: String) -> TemplateValue? { Member(rawValue: name).map { value(of: $0) } }

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

    override func callMethod(
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
    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        // The body finds its names by their place in the frame that the loop runs in.
        guard body.isRecursive, frame.template === template, frame.slots.count >= slotCount else {
            throw TemplateError(.notCallable("a loop that is not recursive"), at: offset)
        }
        guard let argument = arguments.positional.first else {
            throw TemplateError(.missingArgument(callee: "loop", name: "elements"), at: offset)
        }
        let elements = try argument.elements(arguments.run, at: offset)
        let outer = frame.slots
        defer { frame.slots = outer }
        let run = frame.context.run
        try run.enter(body.nesting, at: offset)
        defer { run.leave(body.nesting) }
        try body.run(over: elements, &frame, to: &output, depth: depth + 1)
        return .written
    }
}

/// What a loop runs for each of its elements.
protocol LoopBody: AnyObject, Sendable {
    /// Whether it may be run for other elements from within.
    var isRecursive: Bool { get }
    /// How deep it is nested.
    var nesting: Int { get }

    /// Runs the body for some elements, at a level of recursion.
    func run(
        over list: any TemplateList, _ frame: inout TemplateFrame, to output: inout TemplateOutput, depth: Int
    ) throws(TemplateError)
}
