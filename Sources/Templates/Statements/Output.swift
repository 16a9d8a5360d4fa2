/// `{{ expression }}`
final class Output: DynamicStatement {
    let expression: any Expression

    init(expression: any Expression) {
        self.expression = expression
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try expression.write(&frame, to: &output)
    }
}
