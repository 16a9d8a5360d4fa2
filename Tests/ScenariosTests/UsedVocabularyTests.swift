import Foundation
import Testing

@testable import Scenarios

/// The gallery's scenarios show the whole language: who looks for a word finds it used.
@Suite struct UsedVocabularyTests {
    /// What no scenario of the gallery can show: it has no server elsewhere.
    private static let elsewhere: Set<String> = ["header.url"]

    @Test func `every verb, option and key of the language stands in a scenario of the gallery`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scenarios").path
        var used = UsedWords()
        for name in try #require(FileManager.default.enumerator(atPath: folder)).compactMap({ $0 as? String })
        where name.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            var reader = YAMLReader(source: SourceText(path: name, text: text))
            let value = reader.read()
            let root = try #require(value, "\(name) is no YAML")
            if case .list = root.content {
                used.note(root, .steps, "")
            } else {
                used.note(root, .mapping(Header.mapping), "header")
                // A matrix may give values to keys of the header.
                let matrix = root.entries.first { $0.key == Header.matrix.name }?.value.entries ?? []
                used.words.formUnion(matrix.map { "header.\($0.key)" })
            }
        }
        var known = UsedWords()
        known.noteAll(of: .mapping(Header.mapping), "header")
        known.noteAll(of: .target, "target")
        for verb in Vocabulary.standard.verbs {
            known.words.insert(verb.name)
            known.noteAll(of: verb.argument, verb.name)
        }
        #expect(known.words.subtracting(used.words).subtracting(Self.elsewhere).sorted() == [])
    }
}

/// Words of the language, those of mappings with the names of what they stand in: `fill.with`.
private struct UsedWords {
    private static let targetKeys = Set(Shape.Mapping.target.keys.map(\.name))
    var words: Set<String> = []

    /// Notes what a value uses.
    mutating func note(_ value: Located, _ shape: Shape, _ place: String) {
        switch shape {
        case .steps: for step in value.elements { noteStep(step) }
        case .list(let element, _), .oneOrMore(let element):
            for element in value.elements.map({ ($0, element) }) { note(element.0, element.1, place) }
        case .dictionary(let element): for entry in value.entries { note(entry.value, element, place) }
        case .target, .mapping, .short:
            guard let mapping = shape.mapping else { return }
            for entry in value.entries {
                guard let key = mapping[entry.key] else { continue }
                let word = Self.word(key.name, of: mapping, at: place)
                words.insert(word)
                note(entry.value, key.shape, word)
            }
        case _: break
        }
    }

    private mutating func noteStep(_ step: Located) {
        if let word = step.text { words.insert(word) }
        for entry in step.entries {
            words.insert(entry.key)
            if let verb = Vocabulary.standard[entry.key] { note(entry.value, verb.argument, verb.name) }
        }
    }

    /// Notes all that a shape knows; the rules of `lint` are the client's, and too many to show.
    mutating func noteAll(of shape: Shape, _ place: String) {
        guard let mapping = shape.mapping, place != "header.lint" else { return }
        for key in mapping.keys {
            let word = Self.word(key.name, of: mapping, at: place)
            guard words.insert(word).inserted, !key.shape.isTarget else { continue }
            noteAll(of: key.shape, word)
        }
    }

    /// Keys of targets are the same wherever a target stands.
    private static func word(_ key: String, of mapping: Shape.Mapping, at place: String) -> String {
        mapping["css"] != nil && targetKeys.contains(key) ? "target.\(key)" : "\(place).\(key)"
    }
}
