import Basics

/// A path into a value as filters take it: `"address.zip"`, `"0.name"`, or an index.
final class AttributePath {
    enum Step {
        case name(String)
        case index(Int)
    }

    let steps: [Step]
    /// The name that is the whole path, if it is one.
    private let name: String?
    private let place = NamePlace()

    init(steps: [Step]) {
        self.steps = steps
        name = if steps.count == 1, case .name(let name) = steps[0] { name } else { nil }
    }

    /// Reads a path; nil when the value is neither text nor an integer.
    convenience init?(_ value: TemplateValue) {
        if let text = value.string {
            self.init(text)
        } else if let index = value.integer {
            self.init(steps: [.index(index)])
        } else {
            return nil
        }
    }

    convenience init(_ text: String) {
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map { part -> Step in
            let index = part.utf8.allSatisfy(\.isASCIIDigit) ? Int(part) : nil
            return index.map { .index($0) } ?? .name(String(part))
        }
        self.init(steps: steps)
    }

    /// What the path leads to from a value.
    func member(of value: TemplateValue) -> TemplateValue {
        if let name, case .map(let map) = value {
            return place.look { map.value(forKey: name, near: &$0) } ?? .undefined(name)
        }
        return steps.reduce(value) { value, step in
            switch step {
            case .name(let name): value.element(.string(name))
            case .index(let index): value.element(.integer(index))
            }
        }
    }
}
