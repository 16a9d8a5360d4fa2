/// A tag that runs for its effect: `set`, `macro`, `import`.
protocol Statement: Sendable {
    func run(_ frame: inout TemplateFrame) throws(TemplateError)
}

/// A tag that leaves something at its place: an output, a branch, a loop, a block.
protocol DynamicStatement: Sendable {
    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic

    /// Runs for its effect only, below an `{% extends %}`.
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError)
}

extension DynamicStatement {
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {}
}
