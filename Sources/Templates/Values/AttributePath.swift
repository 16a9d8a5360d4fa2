import Basics

/// A path into a value as filters take it: `"address.zip"`, `"0.name"`, or an index.
struct AttributePath {
    enum Step {
        case name(String)
        case index(Int)
    }

    let steps: [Step]

    init(steps: [Step]) { self.steps = steps }

    /// Reads a path; nil when the value is neither text nor an integer.
    init?(_ value: TemplateValue) {
        if let text = value.string {
            self.init(text)
        } else if let index = value.integer {
            self.init(steps: [.index(index)])
        } else {
            return nil
        }
    }

    init(_ text: String) {
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map { part -> Step in
            let index = part.utf8.allSatisfy(\.isASCIIDigit) ? Int(part) : nil
            return index.map { .index($0) } ?? .name(String(part))
        }
        self.init(steps: steps)
    }
}
