/// The variables of one case, and the putting of their values in the place of `${name}`.
struct Variables {
    private(set) var values: [String: Located]
    private(set) var problems: [ScenarioProblem] = []

    init(_ values: [String: Located]) { self.values = values }

    /// These variables and others, which win.
    func adding(_ others: [String: Located]) -> Variables {
        Variables(values.merging(others) { _, other in other })
    }

    /// A value with all variables replaced, in keys not.
    mutating func substitute(in value: Located) -> Located {
        var result = value
        switch value.content {
        case .scalar(let text, let isPlain):
            guard text.contains("${") else { return value }
            result.content = substitute(in: text, isPlain: isPlain, at: value)
        case .list(let elements):
            result.content = .list(elements.map { substitute(in: $0) })
        case .mapping(let entries):
            result.content = .mapping(
                entries.map {
                    Located.Entry(key: $0.key, keyPlace: $0.keyPlace, value: substitute(in: $0.value))
                })
        }
        return result
    }

    private mutating func substitute(in text: String, isPlain: Bool, at value: Located) -> Located.Content {
        var result = ""
        var rest = text[...]
        var wasReplaced = false
        while let start = rest.range(of: "${")?.lowerBound {
            let before = rest[..<start]
            if before.last == "$" {
                result += before.dropLast() + "${"
                rest = rest[start...].dropFirst(2)
                continue
            }
            let offset = text[..<start].unicodeScalars.count
            guard let end = rest[start...].firstIndex(of: "}") else {
                report(.unclosedVariable, at: value.place(atOffset: offset), in: value.path)
                return .scalar(text, isPlain: isPlain)
            }
            let name = String(rest[start..<end].dropFirst(2))
            let after = rest.index(after: end)
            guard let found = values[name] else {
                let kind = ScenarioProblem.Kind.unknownVariable(name, known: values.keys.sorted())
                report(kind, at: value.place(atOffset: offset), in: value.path)
                return .scalar(text, isPlain: false)
            }
            if start == text.startIndex, after == text.endIndex { return found.content }
            result += before + (found.text ?? "")
            wasReplaced = true
            rest = rest[after...]
        }
        return .scalar(result + rest, isPlain: isPlain && !wasReplaced)
    }

    private mutating func report(_ kind: ScenarioProblem.Kind, at place: Place, in path: String) {
        problems.append(ScenarioProblem(path: path, place: place, kind: kind))
    }
}
