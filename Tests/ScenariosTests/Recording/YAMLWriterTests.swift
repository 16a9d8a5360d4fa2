import Testing

@testable import Scenarios

/// What is written is read back as the same value, whatever is in it.
@Suite struct YAMLWriterTests {
    private func read(_ value: YAMLValue) throws -> Located {
        let source = SourceText(path: "value.yaml", text: "- do: \(YAMLWriter.flow(value))  # remark\n")
        var reader = YAMLReader(source: source)
        let root = reader.read()
        #expect(reader.problems.isEmpty, "\(reader.problems.map(\.message)) in \(source.text)")
        return try #require(root?.elements.first?["do"])
    }

    /// The value without its places and without whether it was quoted.
    private func content(_ located: Located) -> YAMLValue {
        switch located.content {
        case .scalar(let text, _): .text(text)
        case .list(let elements): .list(elements.map(content))
        case .mapping(let entries): .mapping(entries.map { YAMLPair($0.key, content($0.value)) })
        }
    }

    @Test(
        arguments: [
            ("Ada", "Ada"), ("Ada Lovelace", "Ada Lovelace"), ("/settings", "/settings"),
            ("/a/b?c=d&e=1", "/a/b?c=d&e=1"), ("ada@example.org", "ada@example.org"), ("", "\"\""), ("yes", "\"yes\""),
            ("No", "\"No\""), ("null", "\"null\""), ("12", "\"12\""),
            ("Name cannot be blank.", "\"Name cannot be blank.\""),
            ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), (" a", "\" a\""), ("a ", "\"a \""), ("a  b", "\"a  b\""),
            ("- a", "\"- a\""), ("a\nb\t\"c\"\\", "\"a\\nb\\t\\\"c\\\"\\\\\""), ("Grüße", "Grüße"), ("名前", "名前"),
            ("a\u{202E}b", "\"a\\u202Eb\""), ("a\u{85}b", "\"a\\x85b\""), ("\u{1F600}", "\"\u{1F600}\""),
            ("\u{E0041}", "\"\\U000E0041\""), ("[a]", "\"[a]\""), ("{ a }", "\"{ a }\""), ("a, b", "\"a, b\""),
            ("*a", "\"*a\""), ("&a", "\"&a\""), ("!a", "\"!a\""), ("%a", "\"%a\""), ("@a", "\"@a\""), ("`a", "\"`a\""),
            ("?", "\"?\""), ("~", "\"~\""), ("<<", "\"<<\""), ("=", "\"=\""), ("---", "\"---\""), ("...", "\"...\""),
        ] as [(String, String)])
    func `a text is in quotes only where it must be`(text: String, written: String) throws {
        #expect(YAMLWriter.scalar(text) == written)
        #expect(content(try read(.text(text))) == .text(text))
    }

    @Test func `texts of hostile characters are read back, as values and as keys`() throws {
        let pool =
            "abé名 \t\n\r\"'\\:#-?,[]{}&*!|>%@`~=<$.0\u{0}\u{1}\u{1B}\u{7F}\u{85}\u{A0}\u{AD}\u{200B}\u{200D}\u{2028}"
            + "\u{2029}\u{202E}\u{2066}\u{FE0F}\u{FEFF}\u{FFFD}\u{FFFE}\u{1F600}\u{10FFFF}\u{E0041}"
        let scalars = Array(pool.unicodeScalars)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                if let scalar = scalars.randomElement(using: &generator) { text.append(scalar) }
            }
            let string = String(text)
            let value = YAMLValue.mapping([
                YAMLPair("k" + string, .list([.text(string), .text(string)])), YAMLPair("with", .text(string)),
            ])
            let found = content(try read(value))
            // As scalars: Swift takes texts for the same that YAML does not.
            #expect("\(found)".unicodeScalars.elementsEqual("\(value)".unicodeScalars), "\(YAMLWriter.flow(value))")
        }
    }

    @Test(arguments: ["${a}", "$${a}", "$$${", "${", "$", "}${", "a${b}c${d}"])
    func `a text with signs of variables means itself`(text: String) throws {
        var variables = Variables()
        let value = YAMLValue.literal(text)
        #expect(variables.substitute(in: try read(value)).text == text)
        #expect(variables.problems.isEmpty)
    }
}
