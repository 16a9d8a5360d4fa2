/// `{% set name = value %}`
final class SetStatement: EffectStatement {
    let target: AssignmentTarget
    let value: any Expression

    init(target: AssignmentTarget, value: any Expression) {
        self.target = target
        self.value = value
    }

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        try target.assign(try value.evaluate(&frame), &frame)
    }
}

/// `{% set name %}...{% endset %}`
final class SetBlockStatement: EffectStatement {
    let target: AssignmentTarget
    let filters: [FilterStep]
    let scope: ScopedBody

    init(target: AssignmentTarget, filters: [FilterStep], scope: ScopedBody) {
        self.target = target
        self.filters = filters
        self.scope = scope
    }

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        var value = try scope.markup(&frame)
        for filter in filters { value = try filter.apply(to: value, &frame) }
        try target.assign(value, &frame)
    }
}
