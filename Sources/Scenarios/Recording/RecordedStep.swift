/// A step as a recording writes it.
package struct RecordedStep: Hashable, Sendable {
    /// The verb, or a bare word.
    let verb: String
    /// Its argument; nil for a bare word.
    var argument: YAMLValue?
    /// What stands behind it in the line, such as the CSS of what it is about.
    var remark: String?

    init(_ verb: String, _ argument: YAMLValue? = nil, remark: String? = nil) {
        self.verb = verb
        self.argument = argument
        self.remark = remark
    }

    /// Its line in a file, without indent.
    package var line: String {
        let step = argument.map { "\(verb): \(YAMLWriter.flow($0))" } ?? verb
        return "- \(step)" + (remark.map { "  # \($0)" } ?? "")
    }
}

extension YAMLValue {
    /// A text that a person typed or a page showed, in which `${` means itself (Scenarios.md, "Variables and tables").
    static func literal(_ text: String) -> YAMLValue { .text(text.replacing("${", with: "$${")) }

    /// The value of a variable.
    static func variable(_ name: String) -> YAMLValue { .text("${\(name)}") }
}
