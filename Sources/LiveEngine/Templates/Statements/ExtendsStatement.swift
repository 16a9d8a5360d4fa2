/// `{% extends name %}`
struct ExtendsStatement: DynamicStatement {
    let reference: TemplateReference

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        try runSilently(&frame)
        return .empty
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        guard frame.parent == nil else { throw TemplateError(.repeatedExtends, at: reference.offset) }
        frame.parent = try reference.find(&frame)
        frame.parentOffset = reference.offset
    }
}
