import Basics
import HTMLTree
import LiveProtocol
import Simulator

/// Compares values with the shapes they should have and collects all that is wrong.
struct ShapeChecker {
    /// The files, by path, to look at what stands after an empty key.
    var sources: [String: SourceText] = [:]
    private(set) var problems: [ScenarioProblem] = []
    private var seen: Set<ScenarioProblem> = []
    /// Whether texts may hold variables, whose values are not known yet.
    var allowsVariables = false

    init(sources: [String: SourceText] = [:]) { self.sources = sources }

    /// Whether so much is wrong that to look for more would help nobody.
    var isFull: Bool { problems.count >= Self.limit }

    private static let limit = 1000

    mutating func report(_ kind: ScenarioProblem.Kind, at place: Place?, in path: String) {
        add([ScenarioProblem(path: path, place: place, kind: kind)])
    }

    mutating func add(_ others: [ScenarioProblem]) {
        for problem in others where !isFull {
            // A part that is included often is wrong once.
            let bare = ScenarioProblem(path: problem.path, place: problem.place, kind: problem.kind)
            guard seen.insert(bare).inserted else { continue }
            problems.append(problem)
            guard problems.count == Self.limit - 1 else { continue }
            let kind = ScenarioProblem.Kind.tooMuch(limit: Self.limit - 2, what: "problems; the rest was not looked at")
            problems.append(ScenarioProblem(path: problem.path, place: nil, kind: kind))
        }
    }

    /// Checks the value of a key.
    mutating func check(_ entry: Located.Entry, _ shape: Shape) {
        guard !entry.value.isEmpty else {
            let kind = ScenarioProblem.Kind.emptyValue(key: entry.key, startsComment: startsComment(entry))
            report(kind, at: entry.keyPlace, in: entry.value.path)
            return
        }
        check(entry.value, shape)
    }

    mutating func check(_ value: Located, _ shape: Shape) {
        if allowsVariables, value.text?.contains("${") == true { return }
        if case .deferred(let text) = value.content {
            // Whether it fits is seen once it is read.
            guard !shape.takesDeferredTexts else { return }
            let kind = ScenarioProblem.Kind.readWhileRunning(text.names, expected: shape.expectation)
            return report(kind, at: value.place, in: value.path)
        }
        switch shape {
        case .json: return
        case .steps:
            guard case .list(let steps) = value.content else { return wrong(value, shape) }
            if steps.isEmpty { report(.emptySteps, at: value.place, in: value.path) }
        case .someText:
            checkText(value, shape) { _ in nil }
            if value.text?.allSatisfy(\.isWhitespace) == true { report(.emptyText, at: value.place, in: value.path) }
        case .text, .fixedText: checkText(value, shape) { _ in nil }
        case .textOrNull: if !value.isNull { checkText(value, shape) { _ in nil } }
        case .word(let words):
            guard let word = value.text else { return wrong(value, shape) }
            if !words.contains(word) { report(.unknownWord(word, allowed: words), at: value.place, in: value.path) }
        case .integer(let range):
            guard let number = value.integer else { return wrong(value, shape) }
            if !range.contains(number) { report(.outOfRange(number, allowed: range), at: value.place, in: value.path) }
        case .boolean: if value.boolean == nil { wrong(value, shape) }
        case .size: checkText(value, shape) { ScenarioTexts.size($0) == nil ? (nil, 0) : nil }
        case .duration: checkText(value, shape) { ScenarioTexts.duration($0) == nil ? (nil, 0) : nil }
        case .clock: checkText(value, shape) { ScenarioTexts.clock($0) == nil ? (nil, 0) : nil }
        case .serverAddress: checkText(value, shape) { ServerAddress($0) == nil ? (nil, 0) : nil }
        case .serverPage: checkText(value, shape) { ServerPage($0) == nil ? (nil, 0) : nil }
        case .longText(let limit):
            checkText(value, shape) { _ in nil }
            if let text = value.text, text.utf8.count > limit, text.count > limit {
                report(
                    .tooMuch(limit: limit, what: "characters to type; paste or fill them"), at: value.place,
                    in: value.path)
            }
        case .keys: checkText(value, shape, Self.keysProblem)
        case .selector: checkText(value, shape, Self.selectorProblem)
        case .regularExpression:
            checkText(value, shape, Self.patternProblem)
            if value.text?.isEmpty == true { report(.emptyText, at: value.place, in: value.path) }
        case .list(let element, let count): checkList(value, shape, element, count)
        case .oneOrMore(let element):
            if case .list(let elements) = value.content {
                if elements.isEmpty { wrong(value, shape) }
                for item in elements { check(item, element) }
            } else {
                check(value, element)
            }
        case .dictionary(let element):
            guard case .mapping(let entries) = value.content else { return wrong(value, shape) }
            for entry in entries { check(entry, element) }
        case .mapping(let mapping):
            guard case .mapping = value.content else { return wrong(value, shape) }
            check(value, mapping)
        case .short(let short, let mapping): checkShort(value, shape, short, mapping)
        case .target: checkShort(value, shape, .text, .target)
        }
    }

    /// Checks the keys of a mapping and their values.
    mutating func check(_ value: Located, _ mapping: Shape.Mapping) {
        let entries = value.entries
        let names = entries.map(\.key)
        for entry in entries {
            guard let key = mapping[entry.key] else {
                let known = mapping.keys.map(\.name)
                let kind = ScenarioProblem.Kind.unknownKey(entry.key, context: mapping.name, known: known)
                report(kind, at: entry.keyPlace, in: value.path)
                continue
            }
            check(entry, key.shape)
            if let needed = key.companion, !names.contains(needed) {
                report(
                    .missingKey(needed, context: "\"\(entry.key)\" in \(mapping.name)"), at: entry.keyPlace,
                    in: value.path)
            }
        }
        checkPresence(value, mapping)
    }

    /// Checks that what has to be there is there. What was misspelt was reported as that.
    private mutating func checkPresence(_ value: Located, _ mapping: Shape.Mapping) {
        let names = value.entries.map(\.key)
        let misspelt = names.filter { mapping[$0] == nil }
            .flatMap { NearestName.all(of: $0, among: mapping.keys.map(\.name)) }
        for key in mapping.keys where key.isRequired && !(names + misspelt).contains(key.name) {
            report(.missingKey(key.name, context: mapping.name), at: value.place, in: value.path)
        }
        let chosen = value.entries.filter { mapping.choice.contains($0.key) }
        if chosen.count > 1 {
            report(
                .severalChoices(chosen.map(\.key), context: mapping.name), at: chosen[1].keyPlace, in: value.path)
        } else if !(names + misspelt).contains(where: mapping.choice.contains), mapping.needsChoice,
            !mapping.choice.isEmpty
        {
            report(.missingChoice(mapping.choice, context: mapping.name), at: value.place, in: value.path)
        }
        let present = names + misspelt + names.compactMap { mapping[$0]?.companion }
        if !mapping.atLeastOne.isEmpty, !present.contains(where: mapping.atLeastOne.contains) {
            report(.missingChoice(mapping.atLeastOne, context: mapping.name), at: value.place, in: value.path)
        }
    }

    private mutating func checkShort(_ value: Located, _ shape: Shape, _ short: Shape, _ mapping: Shape.Mapping) {
        switch value.content {
        case .scalar, .deferred: check(value, short)
        case .mapping: check(value, mapping)
        case .list: short.takesLists ? check(value, short) : wrong(value, shape)
        }
    }

    private mutating func checkList(_ value: Located, _ shape: Shape, _ element: Shape, _ count: Int?) {
        guard case .list(let elements) = value.content, count == nil || elements.count == count, !elements.isEmpty
        else {
            return wrong(value, shape)
        }
        for item in elements { check(item, element) }
    }

    /// - Parameter problem: Says why a text is wrong, and where in it, in Unicode scalars; nil when it is right.
    private mutating func checkText(
        _ value: Located, _ shape: Shape, _ problem: (String) -> (reason: String?, offset: Int)?
    ) {
        guard let text = value.text, !value.isNull else { return wrong(value, shape) }
        guard let (reason, offset) = problem(text) else { return }
        report(
            .invalidText(text, expected: shape.expectation, reason: reason), at: value.place(atOffset: offset),
            in: value.path)
    }

    private mutating func wrong(_ value: Located, _ shape: Shape) {
        if let text = value.text, !value.isNull, !value.isEmpty {
            report(.invalidText(text, expected: shape.expectation, reason: nil), at: value.place, in: value.path)
        } else {
            report(.wrongShape(expected: shape.expectation, found: value.kindName), at: value.place, in: value.path)
        }
    }

    private static func keysProblem(_ text: String) -> (reason: String?, offset: Int)? {
        do throws(KeyError) {
            _ = try Key.sequence(text)
            return nil
        } catch { return (error.message, error.offset) }
    }

    private static func patternProblem(_ text: String) -> (reason: String?, offset: Int)? {
        do throws(TextPatternError) {
            _ = try TextPattern(text)
            return nil
        } catch { return (error.message, text.prefix(error.offset).unicodeScalars.count) }
    }

    private static func selectorProblem(_ text: String) -> (reason: String?, offset: Int)? {
        do throws(SelectorError) {
            _ = try Selector(text)
            return nil
        } catch { return (error.message, text.prefix(error.offset).unicodeScalars.count) }
    }

    /// Whether a `#` took what was meant as the value of a key, as in `click: #save`.
    private func startsComment(_ entry: Located.Entry) -> Bool {
        let rest = sources[entry.value.path]?.rest(from: entry.keyPlace) ?? ""
        return rest.drop { $0 != ":" }.dropFirst().drop { $0 == " " }.first == "#"
    }
}
