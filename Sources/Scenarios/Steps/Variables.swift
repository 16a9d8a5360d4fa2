/// The variables of one case, and the putting of their values in the place of `${name}`.
struct Variables {
    /// More than so much text and so many values cannot be meant: variables that name others twice double each time.
    private static let weightLimit = 16 << 20

    /// How deep values may lie in each other once they are put together.
    private static let depthLimit = 200

    /// What a text that is read from the page may come to.
    private static let readingWeight = 64

    /// A value, and what putting it somewhere adds there.
    private struct Value {
        var content: Located
        var weight = 1
        var depth = 1
        /// Where it was given; nil for what comes from elsewhere.
        var declaration: VariableUse.Declaration?
    }

    private var values: [String: Value] = [:]
    /// What `let` has set so far in the case, wherever.
    private var assigned: [String: Value] = [:]
    /// The names that the includes around give values to, which win there.
    private var given: Set<String> = []
    /// How many texts are read from the page so far.
    private var readingCount = 0
    private(set) var problems: [ScenarioProblem] = []
    /// What is asked for so far.
    private(set) var use = VariableUse()
    /// How much text and how many values were put in place so far.
    private var weight = 0
    private var depth = 0
    /// The variables of the environment that are open to scenarios.
    private let environment: [String: String?]
    /// Where the file whose values are read is included.
    private var inclusions: [Inclusion] = []

    /// Whether too much was put in place to go on.
    private(set) var isFull = false

    /// - Parameter environment: The variables of the environment that are open to scenarios; nil for one that is not there.
    init(environment: [String: String?] = [:]) { self.environment = environment }

    var names: [String] { values.keys.sorted() }

    // MARK: Setting

    /// Gives variables their values, in which those that have one already may stand.
    ///
    /// - Parameter origin: Where they stand, in words.
    mutating func declare(_ entries: [Located.Entry], origin: VariableUse.Origin) {
        let new = entries.map { entry in
            let before = weight
            depth = 1
            let content = substitute(in: entry.value)
            return (entry, Value(content: content, weight: max(1, weight - before), depth: depth))
        }
        for (entry, value) in new { set(entry, value, origin) }
    }

    /// Gives a variable a value as it stands.
    mutating func set(_ name: String, as value: Located, setting: Bool = false) {
        let declaration = VariableUse.Declaration(
            name: name, path: value.path, place: value.place, origin: setting ? .setting : .builtIn)
        values[name] = measured(value, declaration)
    }

    /// Gives a variable the value of a `let`, for all later steps of the case.
    ///
    /// - Returns: Whether it can have one here.
    mutating func assign(_ entry: Located.Entry, _ content: Located.Content? = nil) -> Bool {
        guard !given.contains(entry.key) else {
            report(
                .noEffect(entry.key, reason: "the include gives it a value here"), at: entry.keyPlace,
                in: entry.value.path)
            return false
        }
        var value = entry.value
        if let content { value.content = content }
        guard set(entry, measured(value, nil), .assignment) else { return false }
        assigned[entry.key] = values[entry.key]
        return true
    }

    /// What stands for a text that the page will be asked for.
    mutating func makeReading(_ name: String) -> (number: Int, content: Located.Content) {
        readingCount += 1
        return (readingCount, .deferred(DeferredText([.reading(name, readingCount)])))
    }

    @discardableResult
    private mutating func set(_ entry: Located.Entry, _ value: Value, _ origin: VariableUse.Origin) -> Bool {
        if let reason = VariableUse.unusability(of: entry.key) {
            report(.unusableName(entry.key, reason: reason), at: entry.keyPlace, in: entry.value.path)
            return false
        }
        let declaration = VariableUse.Declaration(
            name: entry.key, path: entry.value.path, place: entry.keyPlace, origin: origin)
        use.declared.insert(declaration)
        var value = value
        value.declaration = declaration
        values[entry.key] = value
        return true
    }

    private mutating func measured(_ value: Located, _ declaration: VariableUse.Declaration?) -> Value {
        let (weight, depth) = Self.measure(value)
        self.weight += weight
        return Value(content: value, weight: weight, depth: depth, declaration: declaration)
    }

    // MARK: Includes

    /// These variables and those that an include gives, which win, as they stand.
    func including(_ entries: [Located.Entry], at inclusion: Inclusion) -> Variables {
        var inner = self
        for entry in entries where inner.set(entry, inner.measured(entry.value, nil), .include) {
            inner.given.insert(entry.key)
        }
        inner.inclusions.append(inclusion)
        return inner
    }

    /// Takes over what came of the variables within an include.
    mutating func leave(_ inner: Variables) {
        problems = inner.problems
        use = inner.use
        readingCount = inner.readingCount
        for (name, value) in inner.assigned where !given.contains(name) {
            values[name] = value
            assigned[name] = value
        }
        takeWeight(of: inner)
    }

    mutating func takeWeight(of other: Variables) {
        weight = other.weight
        isFull = other.isFull
    }

    private static func measure(_ value: Located) -> (weight: Int, depth: Int) {
        switch value.content {
        case .scalar: (1, 1)
        case .deferred(let text): (readingWeight * text.pieces.count, 1)
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

    // MARK: Substituting

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
        case .deferred: break
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
        var result = DeferredText()
        var rest = text[...]
        var wasReplaced = false
        while let start = rest.firstRange(of: "${")?.lowerBound {
            let before = rest[..<start]
            if before.last == "$" {
                result.append(before.dropLast() + "${")
                rest = rest[start...].dropFirst(2)
                continue
            }
            guard let end = rest[start...].firstIndex(of: "}") else {
                report(.unclosedVariable, at: start, in: value)
                return .scalar(text, isPlain: isPlain)
            }
            let name = String(rest[start..<end].dropFirst(2))
            let after = rest.index(after: end)
            guard let found = find(name, at: start, in: value) else { return .scalar(text, isPlain: false) }
            guard hasRoom(for: found, at: level) else {
                if !isFull {
                    report(.tooMuch(limit: Self.weightLimit, what: "bytes in variables"), at: start, in: value)
                }
                isFull = true
                return .scalar("", isPlain: false)
            }
            depth = max(depth, level + found.depth)
            if start == text.startIndex, after == text.endIndex { return found.content.content }
            result.append(before)
            switch found.content.content {
            case .scalar(let text, _): result.append(text)
            case .deferred(let text): result.append(text)
            case .list, .mapping:
                report(.valueInText(name, found: found.content.kindName), at: start, in: value)
                return .scalar(text, isPlain: false)
            }
            wasReplaced = true
            rest = rest[after...]
        }
        result.append(rest)
        if !result.names.isEmpty { return .deferred(result) }
        return .scalar(result.spelling, isPlain: isPlain && !wasReplaced)
    }

    /// - Parameter start: Where in the value's text the variable is named.
    private mutating func find(_ name: String, at start: String.Index, in value: Located) -> Value? {
        use.names.insert(name)
        if let found = values[name] {
            if let declaration = found.declaration { use.used.insert(declaration) }
            return found
        }
        if name.hasPrefix(VariableUse.environmentPrefix) {
            let variable = String(name.dropFirst(VariableUse.environmentPrefix.count))
            switch environment[variable] {
            case .some(let text?):
                let place = Located(path: value.path, place: value.place, content: .scalar(text, isPlain: false))
                return Value(content: place)
            case .some(nil): report(.missingEnvironment(variable), at: start, in: value)
            case nil: report(.closedEnvironment(variable), at: start, in: value)
            }
        } else {
            report(.unknownVariable(name, known: names), at: start, in: value)
        }
        return nil
    }

    private mutating func hasRoom(for value: Value, at level: Int) -> Bool {
        weight += value.weight + (value.content.text?.utf8.count ?? 0)
        return weight <= Self.weightLimit && level + value.depth <= Self.depthLimit && !isFull
    }

    /// - Parameter start: Where in the value's text it is.
    private mutating func report(_ kind: ScenarioProblem.Kind, at start: String.Index, in value: Located) {
        let offset = value.text?[..<start].unicodeScalars.count ?? 0
        report(kind, at: value.place(atOffset: offset), in: value.path)
    }

    private mutating func report(_ kind: ScenarioProblem.Kind, at place: Place, in path: String) {
        problems.append(ScenarioProblem(path: path, place: place, kind: kind, inclusions: inclusions))
    }
}
