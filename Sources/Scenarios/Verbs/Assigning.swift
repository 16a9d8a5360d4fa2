import HTMLTree
import Simulator

extension Verb {
    static let `let` = Verb(
        "let",
        """
        Sets variables for all later steps of the case: to texts and numbers, or to what the page has; what is not there \
        yet is waited for.
        """,
        example: ##"let: { id: { text of: { css: .id }, matches: "#([0-9]+)" } }"##,
        shape: .dictionary(.short(.text, PageReading.mapping)), isRead: true
    ) { argument, builder in
        let readings = argument.entries.compactMap { builder.assign($0) }
        return argument.entries.isEmpty ? nil : .action(LetStep(readings: readings))
    }
}

extension StepBuilder {
    /// Gives a variable the value of a `let`.
    ///
    /// - Returns: What has to be read from the page for it; nil when it is known already.
    fileprivate mutating func assign(_ entry: Located.Entry) -> PageReading? {
        guard case .mapping = entry.value.content else {
            _ = variables.assign(entry)
            return nil
        }
        let (number, content) = variables.makeReading(entry.key)
        return variables.assign(entry, content)
            ? PageReading(number: number, name: entry.key, source: entry.value) : nil
    }
}

/// Reads from the page what variables are set to. Those of known values are in the later steps already.
struct LetStep: StepAction {
    let readings: [PageReading]

    var isDeed: Bool { false }
    var needsPage: Bool { !readings.isEmpty }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        for reading in readings {
            let text = try reading.text(in: &run)
            run.readings.set(reading.number, to: text)
        }
    }
}

/// What a variable is set to from the page.
struct PageReading: Equatable, Sendable {
    private static let text = Option("text of", .target, "The element whose text it is.")
    private static let value = Option("value of", .target, "The field whose value it is.")
    private static let pattern = Option(
        "matches", .regularExpression,
        "The part that its first group fits, or the whole of it without one; waited for like an element.")

    fileprivate static let mapping = Shape.Mapping("a value from the page", text, value, pattern)
        .choosing([text.name, value.name])

    /// By which later steps ask for it.
    let number: Int
    let name: String
    /// The checked mapping, in which there may be what was read before.
    let source: Located

    fileprivate func text(in run: inout CaseRun) throws(CaseRun.Stop) -> String {
        let source: Located
        do throws(ScenarioProblem) {
            source = try run.readings.filled(self.source)
            var checker = ShapeChecker()
            checker.check(source, .mapping(Self.mapping))
            if let problem = checker.problems.first { throw problem }
        } catch { throw CaseRun.Stop(reason: .impossible([error.message])) }
        let pattern = source[Self.pattern]
        if let target = source[Self.text] {
            return try text(of: target, pattern, in: run) { VisiblePage(simulator: $0).text(of: $1) }
        }
        guard let target = source[Self.value] else { return "" }
        return try text(of: target, pattern, in: run) {
            TargetChecker(simulator: $0, explains: false).values(of: $1).first ?? ""
        }
    }

    /// Waits for an element, and for a text of it that fits.
    private func text(
        of target: Target, _ pattern: TextPattern?, in run: CaseRun, _ read: (Simulator, NodeID) -> String
    ) throws(CaseRun.Stop) -> String {
        let simulator = run.simulator
        let resolver = TargetResolver(simulator: simulator, explains: false)
        var part = TextPattern.Part.notFound
        let wait = run.waiting.wait(within: run.standardWait, for: .target) {
            switch resolver.resolve(target) {
            case .found(let node):
                let text = read(simulator, node)
                part = pattern.map { $0.firstGroup(in: text) } ?? .found(text)
                return part != .notFound
            case .several: return true
            case .none, .tooFew, .noSurroundings: return false
            }
        }
        if case .found(let text) = part {
            guard text.count <= Readings.textLimit else {
                throw CaseRun.Stop(
                    reason: .impossible([
                        "\(name) would be \(text.count) characters; a variable holds \(Readings.textLimit) at most; "
                            + "take a part of them by \"matches\""
                    ]))
            }
            return text
        }
        let node = try run.findNow(target, for: .look, after: wait)
        let spelling = TargetSpelling.text(of: target)
        let wanted = "text at \(spelling) that matches /\(pattern?.text ?? "")/"
        let found =
            part == .gaveUp
            ? "no answer: the expression is too much work on a text of this length"
            : "\"\(read(simulator, node).prefix(200))\""
        throw CaseRun.Stop(reason: .unmet([UnmetCondition(wanted: wanted, found: found)]), nodes: [node], wait: wait)
    }
}
