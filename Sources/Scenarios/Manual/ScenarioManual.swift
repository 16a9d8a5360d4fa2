import Basics
import TextLayout

/// Explains the scenario language, from the same tables that check it.
package enum ScenarioManual {
    /// The names of all steps.
    package static var stepNames: [String] { Vocabulary.standard.names }

    /// What can be explained: all steps, and what goes by these names besides.
    package static var topics: [String] { stepNames + others.map(\.name) }

    private static let others = [
        (name: "header", about: "The keys at the top of a file.", shape: Shape.mapping(Header.mapping)),
        (
            name: "part", about: "The keys of a file that others include; it may also be a list of steps alone.",
            shape: Shape.mapping(PartFile.mapping)
        ),
        (
            name: "servers",
            about: "The keys of a servers.yaml, which starts the servers that scenarios beside it need.",
            shape: Shape.mapping(ServerSetup.mapping)
        ),
        (name: "target", about: "What an element is found by: a text that is seen, or a mapping.", shape: Shape.target),
    ]

    /// All steps, one line each.
    package static var overview: String {
        let verbs = Vocabulary.standard.verbs.map { (name: $0.name, about: $0.about) }
        let lines = verbs + others.map { ($0.name, $0.about) }
        let width = lines.map(\.name.count).max() ?? 0
        return lines.map { padded($0.name, to: width) + $0.about + "\n" }.joined()
    }

    /// What a step does, its options and an example; nil when there is no such step.
    package static func explain(_ name: String) -> String? {
        var lines: [String]
        let shape: Shape
        if let verb = Vocabulary.standard[name] {
            lines = ["\(verb.name): \(verb.about)", "", "  - \(verb.example)", ""]
            if verb.standsAlone { lines.append("stands alone, or") }
            shape = verb.argument
        } else if let other = others.first(where: { $0.name == name }) {
            lines = ["\(other.name): \(other.about)", ""]
            shape = other.shape
        } else {
            return nil
        }
        lines.append("takes \(shape.expectation)\(rules(of: shape))")
        lines += keys(of: shape, indent: "  ")
        return lines.map { $0 + "\n" }.joined()
    }

    /// What to say about a name that nothing goes by.
    package static func unknownTopic(_ name: String) -> String {
        let advice =
            NearestName.of(name, among: topics).map { "Did you mean \"\($0)\"?" }
            ?? "There are \(topics.joined(separator: ", "))."
        return "There is no step \"\(ReadableText.quote(name))\". \(advice)"
    }

    private static func keys(of shape: Shape, indent: String) -> [String] {
        let width = shape.keys.map(\.name.count).max() ?? 0
        return shape.keys.flatMap { key in
            [indent + padded(key.name, to: width) + key.about + remarks(on: key)]
                // Targets have a page of their own.
                + (key.shape.isTarget ? [] : keys(of: key.shape, indent: indent + "    "))
        }
    }

    /// What a key needs, and what its value looks like where that is more than a text.
    private static func remarks(on key: Shape.Key) -> String {
        let needs = (key.isRequired ? " Required." : "") + (key.companion.map { " Needs \($0)." } ?? "")
        return switch key.shape {
        case .text, .someText, .fixedText, .longText: needs
        case .target: "\(needs) (\(key.shape.expectation))"
        case _: "\(needs) (\(key.shape.expectation)\(rules(of: key.shape)))"
        }
    }

    /// Which keys must stand, and which only one at a time.
    private static func rules(of shape: Shape) -> String {
        guard let mapping = shape.mapping else { return "" }
        var rules = ""
        if !mapping.choice.isEmpty {
            rules += "; \(mapping.needsChoice ? "exactly" : "at most") one of \(mapping.choice.joined(separator: ", "))"
        }
        if !mapping.atLeastOne.isEmpty {
            rules += "; at least one of \(mapping.atLeastOne.joined(separator: ", "))"
        }
        return rules
    }

    private static func padded(_ name: String, to width: Int) -> String {
        name + String(repeating: " ", count: width - name.count + 2)
    }
}
