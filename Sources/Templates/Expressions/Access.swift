/// `base.name`
final class AttributeAccess: Expression {
    let base: any Expression
    let name: String
    let offset: Int
    private let loopMember: Loop.Member?
    /// Where the base is kept as a rule, if it is a local name.
    private let baseSlot: Int?
    private let place = NamePlace()

    init(base: any Expression, name: String, offset: Int) {
        self.base = base
        self.name = name
        self.offset = offset
        loopMember = Loop.Member(rawValue: name)
        baseSlot = (base as? Variable)?.slots.first
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        if let baseSlot, case .map(let map)? = frame.slots[baseSlot] { return member(of: map) }
        let value = try base.evaluate(&frame)
        switch consume value {
        case .map(let map): return member(of: map)
        case .object(let loop as Loop): return loopMember.map { loop.value(of: $0) } ?? .undefined(name)
        case let value: return value.member(name)
        }
    }

    private func member(of map: any TemplateMap) -> TemplateValue {
        place.look { map.value(forKey: name, near: &$0) } ?? .undefined(name)
    }
}

/// `base[key]`
final class Subscript: Expression {
    let base: any Expression
    let key: any Expression
    let offset: Int

    init(base: any Expression, key: any Expression, offset: Int) {
        self.base = base
        self.key = key
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try base.evaluate(&frame)
        return value.element(try key.evaluate(&frame), frame.context.run)
    }
}

/// `base[start:stop:step]`
final class Slice: Expression {
    let base: any Expression
    let start: (any Expression)?
    let stop: (any Expression)?
    let step: (any Expression)?
    let offset: Int

    init(base: any Expression, start: (any Expression)?, stop: (any Expression)?, step: (any Expression)?, offset: Int)
    {
        self.base = base
        self.start = start
        self.stop = stop
        self.step = step
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try base.evaluate(&frame)
        let start = try bound(start, &frame)
        let stop = try bound(stop, &frame)
        let step = try bound(step, &frame) ?? 1
        guard step != 0 else {
            throw TemplateError(.unsupportedOperand(operation: "a slice", left: "step 0", right: nil), at: offset)
        }
        switch value {
        case .string(let text), .markup(let text):
            return value.withText(try slice(text, start, stop, step, frame.context.run))
        case .list(let list):
            let elements = Slice.indices(list.count, start, stop, step).map { list[$0] }
            let slice = TemplateValue.list(ValueList(elements, isTuple: list.isTuple))
            try frame.context.run.made(slice, at: offset)
            return slice
        case .undefined: return value
        case .none, .bool, .integer, .number, .map, .object: throw .unsupported("a slice", value, at: offset)
        }
    }

    private func slice(
        _ text: String, _ start: Int?, _ stop: Int?, _ step: Int, _ run: TemplateRun
    ) throws(TemplateError) -> String {
        let scalars = run.index(of: text)
        let indices = Slice.indices(scalars.count, start, stop, step)
        if step == 1 {
            let first = indices.first { _ in true }
            let slice = first.map { scalars.text($0..<$0 + indices.underestimatedCount) } ?? ""
            try run.make(slice.utf8.count, at: offset)
            return slice
        }
        try run.look(through: scalars.count, at: offset)
        let all = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for index in indices { result.append(all[index]) }
        return String(result)
    }

    private func bound(_ expression: (any Expression)?, _ frame: inout TemplateFrame) throws(TemplateError) -> Int? {
        guard let value = try expression?.evaluate(&frame), !value.isNone else { return nil }
        guard let integer = value.integer else { throw .unsupported("a slice", value, at: offset) }
        return integer
    }

    /// The indices of a slice, by Python's rules.
    private static func indices(_ count: Int, _ start: Int?, _ stop: Int?, _ step: Int) -> StrideTo<Int> {
        func clamp(_ index: Int, _ range: ClosedRange<Int>) -> Int {
            min(max(index < 0 ? index + count : index, range.lowerBound), range.upperBound)
        }
        let range = step > 0 ? 0...count : -1...(count - 1)
        let first = start.map { clamp($0, range) } ?? (step > 0 ? 0 : count - 1)
        let last = stop.map { clamp($0, range) } ?? (step > 0 ? count : -1)
        // A step beyond the whole gives the first element only, and must not overflow.
        return stride(from: first, to: last, by: min(max(step, -count - 1), count + 1))
    }
}
