/// `{{ expression }}`
struct Output: DynamicStatement {
    let expression: any Expression

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        try expression.render(&frame)
    }
}
