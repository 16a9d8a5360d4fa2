/// `{% with name = value %}...{% endwith %}`
struct WithStatement: DynamicStatement {
    let assignments: [(target: AssignmentTarget, value: any Expression)]
    let scope: ScopedBody

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        try enter(&frame)
        return .node(try scope.body.render(&frame))
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        try enter(&frame)
        try scope.body.runSilently(&frame)
    }

    /// Assigns all values, none of which sees the names of the others.
    private func enter(_ frame: inout TemplateFrame) throws(TemplateError) {
        var values: [TemplateValue] = []
        for assignment in assignments { values.append(try assignment.value.evaluate(&frame)) }
        frame.clear(scope.slots)
        for (assignment, value) in zip(assignments, values) { try assignment.target.assign(value, &frame) }
    }
}

/// `{% autoescape condition %}...{% endautoescape %}`
struct AutoescapeStatement: DynamicStatement {
    let condition: any Expression
    let scope: ScopedBody

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        let outer = frame.escapes
        frame.escapes = try condition.evaluate(&frame).isTrue
        defer { frame.escapes = outer }
        return .node(try scope.render(&frame))
    }
}

/// `{% filter name %}...{% endfilter %}`
struct FilterStatement: DynamicStatement {
    let filters: [FilterStep]
    let scope: ScopedBody
    let offset: Int

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        var value = frame.markup(try scope.render(&frame).html)
        for filter in filters { value = try filter.apply(to: value, &frame) }
        return try value.dynamic(escapes: frame.escapes, at: offset)
    }
}
