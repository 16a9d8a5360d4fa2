/// `operand|filter(...)`
struct FilterCall: Expression {
    let operand: any Expression
    let step: FilterStep
    var offset: Int { step.offset }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        try step.apply(to: try operand.evaluate(&frame), &frame)
    }
}

/// A filter with its arguments, waiting for a value.
struct FilterStep: Sendable {
    let filter: TemplateFilter
    let arguments: ArgumentList
    let offset: Int

    func apply(to value: TemplateValue, _ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let arguments = try filter.signature.bind(try arguments.evaluate(&frame), at: offset)
        return try filter.apply(value, arguments, FilterContext(escapes: frame.escapes))
    }
}

/// `operand is test(...)`
struct TestCall: Expression {
    let operand: any Expression
    let test: TemplateTest
    let arguments: ArgumentList
    let isNegated: Bool
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try operand.evaluate(&frame)
        let arguments = try test.signature.bind(try arguments.evaluate(&frame), at: offset)
        return .bool(try test.apply(value, arguments) != isNegated)
    }
}
