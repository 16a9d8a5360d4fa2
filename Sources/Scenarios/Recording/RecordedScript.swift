import TextLayout

/// The scenario that a recording makes.
package struct RecordedScript: Sendable {
    package var title = ""
    /// The size of the page; nil where it does not matter.
    package var size: Size?
    /// The server whose pages were recorded; nil for views of this program.
    package var url: String?
    package internal(set) var steps: [RecordedStep] = []
    /// The texts that must not be written, by the variables that stand for them.
    package internal(set) var secrets: [(name: String, value: String)] = []

    package init() {}

    /// Whether a step looks at cells, so that the size of the page matters to it.
    package var dependsOnSize: Bool { steps.contains { ["snapshot", "scroll", "resize"].contains($0.verb) } }

    /// The variable that stands for a secret.
    mutating func variable(for secret: String) -> String {
        if let known = secrets.first(where: { $0.value == secret }) { return known.name }
        let name = secrets.isEmpty ? "password" : "password\(secrets.count + 1)"
        secrets.append((name, secret))
        return name
    }

    /// The steps, indented as in a file.
    func stepLines(indent: Int) -> [String] {
        steps.map { String(repeating: " ", count: indent) + $0.line }
    }

    /// The secrets that a step has, by the variables that stand for them.
    var usedSecrets: [String: String] {
        let used = secrets.filter { secret in steps.contains { $0.line.contains("\"${\(secret.name)}\"") } }
        return Dictionary(used.map { ($0.name, $0.value) }) { _, last in last }
    }

    /// What a reader has to know before the steps: how to give the secrets.
    var hints: [String] {
        let names = usedSecrets.keys.sorted()
        return names.isEmpty ? [] : ["# Run it with " + names.map { "--set \($0)=…" }.joined(separator: " ")]
    }

    /// The whole file.
    ///
    /// - Parameter schema: The path of the schema that editors check the file with.
    package func text(schema: String? = nil) -> String {
        var lines = schema.map { ["# yaml-language-server: $schema=\($0)"] } ?? []
        lines += hints
        lines.append("scenario: \(YAMLWriter.flow(.literal(title.isEmpty ? "Recorded" : title)))")
        if let url { lines.append("url: \(YAMLWriter.quoted(url))") }
        if let size { lines.append("size: \(size.columns)x\(size.rows)") }
        lines.append("steps:")
        return (lines + stepLines(indent: 2)).map { $0 + "\n" }.joined()
    }
}
