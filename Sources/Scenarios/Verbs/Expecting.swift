import LiveProtocol
import Simulator

extension Verb {
    static let expect = Verb(
        "expect", "Demands that all conditions are true in the same frame; waits until they are.",
        example: "expect: { flash: { info: Saved }, path: /settings }", shape: .short(.someText, ExpectKey.mapping)
    ) { argument in
        if let text = argument.text { return ExpectStep(expectation: Expectation([.text(text)])) }
        return ExpectKey.expectation(argument).map { ExpectStep(expectation: $0) }
    }
}

/// Waits for conditions to be true, and watches that they stay so where that is demanded.
struct ExpectStep: StepAction {
    let expectation: Expectation

    var isDeed: Bool { false }
    var mayExpectFindings: Bool { !expectation.refusals.isEmpty }
    var isSoft: Bool { expectation.isSoft }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        let checker = ConditionChecker(simulator: simulator, watch: run.watch, findings: run.findings, explains: false)
        let explainer = ConditionChecker(simulator: simulator, watch: run.watch, findings: run.findings)
        let within = expectation.within ?? run.standardWait
        if let wait = run.waiting.wait(within: within, for: .condition, until: { checker.unmet(expectation).isEmpty }) {
            throw CaseRun.Stop(
                reason: .unmet(explainer.unmet(expectation)), nodes: explainer.nodes(of: expectation), wait: wait)
        }
        if expectation.holds > .zero {
            let start = simulator.clock.now
            let end = run.waiting.watch(for: expectation.holds) { checker.unmet(expectation).isEmpty }
            let after = simulator.clock.now - start
            switch end {
            case nil: break
            case .ceased:
                throw CaseRun.Stop(
                    reason: .ceased(explainer.unmet(expectation), after: after), nodes: explainer.nodes(of: expectation)
                )
            case .gaveUp(let end):
                throw CaseRun.Stop(reason: .notAdvanced(after, of: expectation.holds, end))
            }
        }
        run.findings.removeExpected(expectation.refusals)
    }
}

/// A key of `expect`, and what it adds to an expectation.
private struct ExpectKey: Sendable {
    /// An expectation whose keys are being read.
    struct Draft {
        var conditions: [Expectation.Condition] = []
        var target: Target?
        var checks: [Expectation.TargetCheck] = []
        var count: Int?
        var row: Int?
        var within: Duration?
        var holds = Duration.zero
        var isSoft = false
    }

    let key: Shape.Key
    /// Whether it demands something by itself.
    let isCondition: Bool
    let add: @Sendable (Located, inout Draft) -> Void

    private init<Value>(
        _ option: Option<Value>, isCondition: Bool, add: @escaping @Sendable (Value, inout Draft) -> Void
    ) {
        key = option.key
        self.isCondition = isCondition
        self.add = { value, draft in
            if let value = option.notation.read(value) { add(value, &draft) }
        }
    }

    /// Something that has to be true of the page.
    private static func condition<Value>(
        _ name: String, _ notation: Notation<Value>, _ about: String,
        _ conditions: @escaping @Sendable (Value) -> [Expectation.Condition]
    ) -> Self {
        Self(Option(name, notation, about), isCondition: true) { $1.conditions += conditions($0) }
    }

    /// Something that has to be true of the target.
    private static func check<Value>(
        _ name: String, _ notation: Notation<Value>, _ about: String,
        add: @escaping @Sendable (Value, inout Draft) -> Void
    ) -> Self {
        Self(Option(name, notation, about, companion: target.key.name), isCondition: false, add: add)
    }

    /// How it is looked at.
    private static func setting<Value>(
        _ name: String, _ notation: Notation<Value>, _ about: String,
        _ place: @escaping @Sendable (inout Draft, Value) -> Void
    ) -> Self {
        Self(Option(name, notation, about), isCondition: false) { place(&$1, $0) }
    }

    private static let target = Self(
        Option("target", .target, "An element that is there."), isCondition: true
    ) { $1.target = $0 }

    private static let event = Option("event", .text, "The event's name.", isRequired: true)
    private static let payload = Option("payload", .json, "A part of what went with it.")

    private static let all: [ExpectKey] = [
        condition("text", .oneOrMore(.someText), "Texts that are on the page; a part is enough.") { texts in
            texts.map { .text($0) }
        },
        condition(
            "matches", .oneOrMore(.regularExpression), "Regular expressions that match somewhere in the page's text."
        ) { patterns in patterns.map { .matches($0) } },
        condition("absent", .target, "A text or target that is not there.") { target in
            if target.isShort, case .short(let text) = target.query {
                [.absentText(text)]
            } else {
                [.absentTarget(target)]
            }
        },
        condition(
            "flash", .dictionary(.textOrNull), "The whole text of the banner of each key; null when there is none."
        ) { banners in banners.map { .flash(key: $0.key, text: $0.value) } },
        target,
        check("value", .text, "What the target holds.") { $1.checks.append(.value($0)) },
        check("error", .textOrNull, "The message shown at the target; null when none.") {
            $1.checks.append(.error($0))
        },
        check("state", .oneOrMore(.word), "States that the target is in.") { (states: [TargetState], draft) in
            draft.checks += states.map { .state($0) }
        },
        check("count", .integer(0...1_000_000), "How many elements the target is.") { $1.count = $0 },
        condition("path", .text, "Path and query of the page.") { [.path($0)] },
        condition("title", .text, "The page's title.") { [.title($0)] },
        condition("cursor", .cell, "Column and row of the cursor, from 1.") { [.cursor($0)] },
        setting("row", .integer(1...1000), "Limits texts to one row of the frame.") { $0.row = $1 },
        condition(
            "pushed",
            .mapping(.init("pushed", event, payload)) { value in
                value[event].map { .pushed(event: $0, payload: value[payload]) }
            }, "An event that the last step pushed."
        ) { [$0] },
        condition(
            "refused", .oneOrMore(.someText),
            """
            A part of what was said when the step before, or what came of it, was refused or failed; it then fails \
            nothing.
            """
        ) { texts in texts.map { .refused($0) } },
        setting(
            "within", .duration,
            "How long to wait; 1s of virtual time unless told, 2s of real time for a server elsewhere."
        ) { $0.within = $1 },
        setting("for", .duration, "How long it has to stay true.") { $0.holds = $1 },
        setting("soft", .boolean, "Whether to go on after it failed.") { $0.isSoft = $1 },
    ]

    static let mapping = Shape.Mapping(
        name: "expect", keys: all.map(\.key), atLeastOne: all.filter(\.isCondition).map(\.key.name))

    /// The expectation that a checked mapping is; nil when it demands nothing.
    static func expectation(_ value: Located) -> Expectation? {
        var draft = Draft()
        for entry in value.entries {
            all.first { $0.key.name == entry.key }?.add(entry.value, &draft)
        }
        if let target = draft.target {
            if let count = draft.count { draft.conditions.append(.count(target, count)) }
            if draft.count == nil || !draft.checks.isEmpty { draft.conditions.append(.target(target, draft.checks)) }
        }
        guard !draft.conditions.isEmpty else { return nil }
        return Expectation(
            draft.conditions, row: draft.row, within: draft.within, holds: draft.holds, isSoft: draft.isSoft)
    }
}
