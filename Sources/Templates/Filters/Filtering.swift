/// `operand|filter(...)`
final class FilterCall: Expression {
    let operand: any Expression
    let step: FilterStep
    var offset: Int { step.offset }

    init(operand: any Expression, step: FilterStep) {
        self.operand = operand
        self.step = step
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        try step.apply(to: try operand.evaluate(&frame), &frame)
    }
}

/// A filter with its arguments, waiting for a value.
final class FilterStep: Sendable {
    let filter: TemplateFilter
    let arguments: ParameterArguments
    let offset: Int

    init(filter: TemplateFilter, arguments: ArgumentList, offset: Int) {
        self.filter = filter
        self.arguments = ParameterArguments(arguments, for: filter.signature)
        self.offset = offset
    }

    func apply(to value: TemplateValue, _ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let arguments = try arguments.evaluate(&frame, at: offset)
        return try filter.run(value, arguments, FilterContext(escapes: frame.escapes))
    }
}

/// `operand is test(...)`
final class TestCall: Expression {
    let operand: any Expression
    let test: TemplateTest
    let arguments: ParameterArguments
    let isNegated: Bool
    let offset: Int

    init(operand: any Expression, test: TemplateTest, arguments: ArgumentList, isNegated: Bool, offset: Int) {
        self.operand = operand
        self.test = test
        self.arguments = ParameterArguments(arguments, for: test.signature)
        self.isNegated = isNegated
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try operand.evaluate(&frame)
        let arguments = try arguments.evaluate(&frame, at: offset)
        try frame.context.run.work(at: offset)
        return .bool(try test.apply(value, arguments) != isNegated)
    }
}
