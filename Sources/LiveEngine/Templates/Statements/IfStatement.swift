/// `{% if %}`, `{% elif %}`, `{% else %}`
struct IfStatement: DynamicStatement {
    struct Branch: Sendable {
        let condition: any Expression
        let body: TemplateBody
    }

    let branches: [Branch]
    let otherwise: TemplateBody?

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        for branch in branches where try branch.condition.evaluate(&frame).isTrue {
            return .node(try branch.body.render(&frame))
        }
        guard let otherwise else { return .empty }
        return .node(try otherwise.render(&frame))
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        for branch in branches where try branch.condition.evaluate(&frame).isTrue {
            return try branch.body.runSilently(&frame)
        }
        try otherwise?.runSilently(&frame)
    }
}
