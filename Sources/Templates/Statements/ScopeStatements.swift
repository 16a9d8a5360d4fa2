/// `{% with name = value %}...{% endwith %}`
final class WithStatement: DynamicStatement {
    let assignments: [(target: AssignmentTarget, value: any Expression)]
    let scope: ScopedBody

    init(assignments: [(target: AssignmentTarget, value: any Expression)], scope: ScopedBody) {
        self.assignments = assignments
        self.scope = scope
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try enter(&frame)
        try scope.body.run(&frame, to: &output)
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
final class AutoescapeStatement: DynamicStatement {
    let condition: any Expression
    let scope: ScopedBody

    init(condition: any Expression, scope: ScopedBody) {
        self.condition = condition
        self.scope = scope
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        let outer = frame.escapes
        frame.escapes = try condition.evaluate(&frame).isTrue
        defer { frame.escapes = outer }
        try scope.run(&frame, to: &output)
    }
}

/// `{% filter name %}...{% endfilter %}`
final class FilterStatement: DynamicStatement {
    let filters: [FilterStep]
    let scope: ScopedBody
    let offset: Int

    init(filters: [FilterStep], scope: ScopedBody, offset: Int) {
        self.filters = filters
        self.scope = scope
        self.offset = offset
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        var value = try scope.markup(&frame)
        for filter in filters { value = try filter.apply(to: value, &frame) }
        // What a filter makes of a block is not escaped any more, markup or not.
        guard let text = value.string else { throw .unsupported("a filter block", value, at: offset) }
        try output.append(.markup(text), frame, at: offset)
    }
}

/// A body whose own names end with it.
struct ScopedBody: Sendable {
    let body: TemplateBody
    /// Where the values of its names are kept.
    let slots: Range<Int>

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        frame.clear(slots)
        try body.run(&frame, to: &output)
    }

    /// The HTML of the body, as a value.
    func markup(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var output = TemplateOutput.html()
        try run(&frame, to: &output)
        return frame.markup(output.text)
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        frame.clear(slots)
        try body.runSilently(&frame)
    }
}
