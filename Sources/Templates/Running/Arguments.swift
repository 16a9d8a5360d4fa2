/// The values that something is called with.
struct Arguments {
    let run: TemplateRun
    var positional: [TemplateValue] = []
    var named: [(name: String, value: TemplateValue)] = []
    /// The body of a `{% call %}`.
    var caller: Macro?
}
