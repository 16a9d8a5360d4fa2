/// `{% set name = value %}`
struct SetStatement: Statement {
    let target: AssignmentTarget
    let value: any Expression

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        try target.assign(try value.evaluate(&frame), &frame)
    }
}

/// `{% set name %}...{% endset %}`
struct SetBlockStatement: Statement {
    let target: AssignmentTarget
    let filters: [FilterStep]
    let scope: ScopedBody

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        var value = frame.markup(try scope.render(&frame).html)
        for filter in filters { value = try filter.apply(to: value, &frame) }
        try target.assign(value, &frame)
    }
}
