/// `{% if %}`, `{% elif %}`, `{% else %}`
final class IfStatement: DynamicStatement {
    final class Branch: Sendable {
        let condition: any Expression
        let body: TemplateBody

        init(condition: any Expression, body: TemplateBody) {
            self.condition = condition
            self.body = body
        }
    }

    /// The first branch, which most have alone: running it so counts no references.
    private let condition: any Expression
    private let body: TemplateBody
    private let others: [Branch]
    private let otherwise: TemplateBody?
    /// Notes that no condition holds, where there is no other branch and somebody watches.
    private let noBranch: BranchMark?

    init(first: Branch, others: [Branch], otherwise: TemplateBody?, noBranch: BranchMark? = nil) {
        condition = first.condition
        body = first.body
        self.others = others
        self.otherwise = otherwise
        self.noBranch = noBranch
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        if try condition.evaluate(&frame).isTrue { return try body.run(&frame, to: &output) }
        for branch in others where try branch.condition.evaluate(&frame).isTrue {
            return try branch.body.run(&frame, to: &output)
        }
        if let otherwise { return try otherwise.run(&frame, to: &output) }
        noBranch?.note()
        output.appendNothing()
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        if try condition.evaluate(&frame).isTrue { return try body.runSilently(&frame) }
        for branch in others where try branch.condition.evaluate(&frame).isTrue {
            return try branch.body.runSilently(&frame)
        }
        if let otherwise { return try otherwise.runSilently(&frame) }
        noBranch?.note()
    }
}
