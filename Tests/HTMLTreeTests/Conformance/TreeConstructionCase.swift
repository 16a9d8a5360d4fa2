/// One case of a tree construction file: input, and the outline of the tree it gives.
struct TreeConstructionCase {
    var input = ""
    /// The context element of a fragment, with `svg ` or `math ` before a foreign name.
    var context: String?
    var isScriptingEnabled = false
    var outline = ""

    /// Reads the cases of a file: sections that begin with `#data`, `#document` and so on.
    static func cases(in file: String) -> [TreeConstructionCase] {
        var cases: [TreeConstructionCase] = []
        var section = ""
        var lines: [Substring] = []
        func close() {
            guard !cases.isEmpty else { return }
            let last = cases.count - 1
            switch section {
            case "#data": cases[last].input = lines.joined(separator: "\n")
            case "#document-fragment": cases[last].context = lines.first.map(String.init)
            case "#document":
                while lines.last?.isEmpty ?? false { lines.removeLast() }
                cases[last].outline = lines.joined(separator: "\n")
            default: break
            }
            lines = []
        }
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            switch line {
            case "#data", "#errors", "#new-errors", "#document-fragment", "#document", "#script-on", "#script-off":
                close()
                section = String(line)
                if line == "#data" { cases.append(TreeConstructionCase()) }
                if line == "#script-on" { cases[cases.count - 1].isScriptingEnabled = true }
            default: lines.append(line)
            }
        }
        close()
        return cases
    }
}
