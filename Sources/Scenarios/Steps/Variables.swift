/// The variables of one case, and the putting of their values in the place of `${name}`.
struct Variables {
    /// More than so much text and so many values cannot be meant: variables that name others twice double each time.
    private static let weightLimit = 16 << 20

    /// How deep values may lie in each other once they are put together.
    private static let depthLimit = 200

    /// A value, and what putting it somewhere adds there.
    private struct Value {
        var content: Located
        var weight = 1
        var depth = 1
    }

    private var values: [String: Value] = [:]
    private(set) var problems: [ScenarioProblem] = []
    /// The names that were asked for.
    private(set) var used: Set<String> = []
    /// How much text and how many values were put in place so far.
    private var weight = 0
    private var depth = 0

    /// Whether too much was put in place to go on.
    private(set) var isFull = false

    init() {}

    var names: [String] { values.keys.sorted() }

    /// Gives variables their values, in which those that have one already may stand.
    mutating func set(_ others: [String: Located]) {
        let new = others.mapValues { value in
            let before = weight
            depth = 1
            let content = substitute(in: value)
            return Value(content: content, weight: max(1, weight - before), depth: depth)
        }
        values.merge(new) { _, other in other }
    }

    /// Gives a variable a value as it stands.
    mutating func set(_ name: String, as value: Located) {
        let (weight, depth) = Self.measure(value)
        self.weight += weight
        values[name] = Value(content: value, weight: weight, depth: depth)
    }

    /// These variables and others, which win, as they stand.
    func adding(_ others: [String: Located]) -> Variables {
        var sum = self
        for (name, value) in others { sum.set(name, as: value) }
        return sum
    }

    /// Takes over what came of variables that were made of these.
    mutating func take(_ inner: Variables) {
        problems = inner.problems
        used = inner.used
        takeWeight(of: inner)
    }

    mutating func takeWeight(of other: Variables) {
        weight = other.weight
        isFull = other.isFull
    }

    private static func measure(_ value: Located) -> (weight: Int, depth: Int) {
        switch value.content {
        case .scalar: (1, 1)
        case .list(let elements): measure(elements)
        case .mapping(let entries): measure(entries.map(\.value))
        }
    }

    private static func measure(_ values: [Located]) -> (weight: Int, depth: Int) {
        values.reduce((1, 1)) { sum, value in
            let (weight, depth) = measure(value)
            return (sum.0 + weight, max(sum.1, depth + 1))
        }
    }

    /// A value with all variables replaced, in keys not.
    mutating func substitute(in value: Located) -> Located { substitute(in: value, at: 1) }

    private mutating func substitute(in value: Located, at level: Int) -> Located {
        var result = value
        depth = max(depth, level)
        weight += 1
        switch value.content {
        case .scalar(let text, let isPlain):
            guard text.contains("${") else { return value }
            result.content = substitute(in: text, isPlain: isPlain, at: value, level)
        case .list(let elements):
            result.content = .list(elements.map { substitute(in: $0, at: level + 1) })
        case .mapping(let entries):
            result.content = .mapping(
                entries.map {
                    Located.Entry(key: $0.key, keyPlace: $0.keyPlace, value: substitute(in: $0.value, at: level + 1))
                })
        }
        return result
    }

    private mutating func substitute(
        in text: String, isPlain: Bool, at value: Located, _ level: Int
    ) -> Located.Content {
        var result = ""
        var rest = text[...]
        var wasReplaced = false
        while let start = rest.firstRange(of: "${")?.lowerBound {
            let before = rest[..<start]
            if before.last == "$" {
                result += before.dropLast() + "${"
                rest = rest[start...].dropFirst(2)
                continue
            }
            guard let end = rest[start...].firstIndex(of: "}") else {
                report(.unclosedVariable, at: start, in: value)
                return .scalar(text, isPlain: isPlain)
            }
            let name = String(rest[start..<end].dropFirst(2))
            let after = rest.index(after: end)
            used.insert(name)
            guard let found = values[name] else {
                report(.unknownVariable(name, known: names), at: start, in: value)
                return .scalar(text, isPlain: false)
            }
            guard hasRoom(for: found, at: level) else {
                if !isFull {
                    report(.tooMuch(limit: Self.weightLimit, what: "bytes in variables"), at: start, in: value)
                }
                isFull = true
                return .scalar("", isPlain: false)
            }
            depth = max(depth, level + found.depth)
            if start == text.startIndex, after == text.endIndex { return found.content.content }
            result += before + (found.content.text ?? "")
            wasReplaced = true
            rest = rest[after...]
        }
        return .scalar(result + rest, isPlain: isPlain && !wasReplaced)
    }

    private mutating func hasRoom(for value: Value, at level: Int) -> Bool {
        weight += value.weight + (value.content.text?.utf8.count ?? 0)
        return weight <= Self.weightLimit && level + value.depth <= Self.depthLimit && !isFull
    }

    /// - Parameter start: Where in the value's text it is.
    private mutating func report(_ kind: ScenarioProblem.Kind, at start: String.Index, in value: Located) {
        let offset = value.text?[..<start].unicodeScalars.count ?? 0
        problems.append(ScenarioProblem(path: value.path, place: value.place(atOffset: offset), kind: kind))
    }
}
