import Yams

/// Reads YAML into values that know their places, and refuses what hides the place of things.
struct YAMLReader {
    let source: SourceText
    private(set) var problems: [ScenarioProblem] = []

    init(source: SourceText) { self.source = source }

    /// The value of the whole file; nil when it is no YAML.
    mutating func read() -> Located? {
        do {
            let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                report(.emptyFile, at: nil)
                return nil
            }
            return convert(root)
        } catch let error as YamlError {
            let (place, kind) = YAMLErrorWords(source: source).explain(error)
            report(kind, at: place)
        } catch {
            report(.syntax(String(describing: error)), at: nil)
        }
        return nil
    }

    /// The reader of YAML does not nest deeper than 1,000, so neither does this.
    private mutating func convert(_ node: Node) -> Located? {
        let place = Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        switch source.character(at: place) {
        case "&": return refuse("anchors (\"&\")", at: place)
        case "*": return refuse("aliases (\"*\")", at: place)
        case "!": return refuse("tags (\"!\")", at: place)
        case _: break
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return Located(
                path: source.path, place: place, content: .scalar(text(of: scalar, at: place), isPlain: isPlain))
        case .sequence(let sequence):
            return Located(path: source.path, place: place, content: .list(sequence.compactMap { convert($0) }))
        case .mapping(let mapping):
            var entries: [Located.Entry] = []
            for (key, value) in mapping {
                guard let key = convert(key) else { continue }
                guard let name = key.text else {
                    report(.keyIsNoText, at: key.place)
                    continue
                }
                if name == "<<" {
                    report(.forbiddenYAML("merges (\"<<\")"), at: key.place)
                    continue
                }
                guard let value = convert(value) else { continue }
                entries.append(Located.Entry(key: name, keyPlace: key.place, value: value))
            }
            return Located(path: source.path, place: place, content: .mapping(entries))
        case .alias:
            return refuse("aliases (\"*\")", at: place)
        }
    }

    /// The text of a scalar. Foundation, by which the reader of YAML makes its texts, takes U+FEFF at the start of any for
    /// a byte order mark and drops it; it is one only at the start of a file.
    private func text(of scalar: Node.Scalar, at place: Place) -> String {
        let isDoubleQuoted = scalar.style == .doubleQuoted
        var rest = source.rest(from: place).unicodeScalars[...]
        if isDoubleQuoted || scalar.style == .singleQuoted { rest = rest.dropFirst() }
        var written = 0
        while let length = Self.lengthOfMark(startingIn: rest, escapes: isDoubleQuoted) {
            rest = rest.dropFirst(length)
            written += 1
        }
        let lost = written - scalar.string.unicodeScalars.prefix { $0 == Self.mark }.count
        guard lost > 0 else { return scalar.string }
        var text = String.UnicodeScalarView(repeatElement(Self.mark, count: lost))
        text.append(contentsOf: scalar.string.unicodeScalars)
        return String(text)
    }

    private static let mark: Unicode.Scalar = "\u{FEFF}"

    /// How many characters stand for the U+FEFF that a text starts with; nil where it starts with none.
    private static func lengthOfMark(startingIn text: Substring.UnicodeScalarView, escapes: Bool) -> Int? {
        if text.first == mark { return 1 }
        guard escapes else { return nil }
        for (sign, digits) in [("\\u", "feff"), ("\\U", "0000feff")] where text.starts(with: sign.unicodeScalars) {
            if String(text.dropFirst(2).prefix(digits.count)).lowercased() == digits { return 2 + digits.count }
        }
        return nil
    }

    private mutating func refuse(_ what: String, at place: Place) -> Located? {
        report(.forbiddenYAML(what), at: place)
        return nil
    }

    private mutating func report(_ kind: ScenarioProblem.Kind, at place: Place?) {
        problems.append(ScenarioProblem(path: source.path, place: place, kind: kind))
    }
}
