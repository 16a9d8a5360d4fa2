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

    let branches: [Branch]
    let otherwise: TemplateBody?

    init(branches: [Branch], otherwise: TemplateBody?) {
        self.branches = branches
        self.otherwise = otherwise
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        for index in branches.indices where try branches[index].condition.evaluate(&frame).isTrue {
            return try branches[index].body.run(&frame, to: &output)
        }
        if let otherwise { try otherwise.run(&frame, to: &output) } else { output.appendNothing() }
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        for branch in branches where try branch.condition.evaluate(&frame).isTrue {
            return try branch.body.runSilently(&frame)
        }
        try otherwise?.runSilently(&frame)
    }
}
