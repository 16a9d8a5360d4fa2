/// `{% extends name %}`
final class ExtendsStatement: DynamicStatement {
    let reference: TemplateReference

    init(reference: TemplateReference) {
        self.reference = reference
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try runSilently(&frame)
        output.appendNothing()
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        guard frame.parent == nil else { throw TemplateError(.repeatedExtends, at: reference.offset) }
        frame.parent = try reference.find(&frame)
        frame.parentOffset = reference.offset
    }
}
