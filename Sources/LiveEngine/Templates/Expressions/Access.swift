/// `base.name`
struct AttributeAccess: Expression {
    let base: any Expression
    let name: String
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        try base.evaluate(&frame).member(name)
    }
}

/// `base[key]`
struct Subscript: Expression {
    let base: any Expression
    let key: any Expression
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try base.evaluate(&frame)
        return value.element(try key.evaluate(&frame))
    }
}

/// `base[start:stop:step]`
struct Slice: Expression {
    let base: any Expression
    let start: (any Expression)?
    let stop: (any Expression)?
    let step: (any Expression)?
    let offset: Int

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
            let scalars = Array(text.unicodeScalars)
            var result = String.UnicodeScalarView()
            for index in Slice.indices(scalars.count, start, stop, step) { result.append(scalars[index]) }
            return value.withText(String(result))
        case .list(let list):
            let elements = Slice.indices(list.count, start, stop, step).map { list[$0] }
            return .list(ValueList(elements, isTuple: list.isTuple))
        case .undefined: return value
        case .none, .bool, .integer, .number, .map, .object: throw .unsupported("a slice", value, at: offset)
        }
    }

    private func bound(_ expression: (any Expression)?, _ frame: inout TemplateFrame) throws(TemplateError) -> Int? {
        guard let value = try expression?.evaluate(&frame), !value.isNone, !value.isUndefined else { return nil }
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
