import ArgumentParser
import Basics
import LiveClient
import Scenarios
import TextLayout

/// What the scenarios of `test` are given, and how strict they are.
struct ScenarioOptions: ParsableArguments {
    @Option(help: "Which snapshots to write: missing, changed, all or none. (default: missing; none where CI is set)")
    private var update: SnapshotUpdate?

    @OptionGroup var variables: VariableOptions

    @Option(
        name: .customLong("lint"),
        help: """
            What becomes of mistakes: RULE=LEVEL, such as duplicate-id=error. Levels: ignore, warn, which tells of it, and \
            error, which fails the step: so do \(Finding.failingRules) unless told. May be repeated.
            """,
        transform: LintSetting.init(argument:))
    private var lint: [LintSetting] = []

    @Flag(
        help: """
            Show changes by parsing whole views, not part by part. It is slower, and every page must be the same; use it \
            to tell whether a wrong page is the patching's fault.
            """)
    private var parsesWholeViews = false

    var snapshotUpdate: SnapshotUpdate {
        if let update { return update }
        return SnapshotUpdate.standard(environment: Environment.value(of: "CI").map { ["CI": $0] } ?? [:])
    }

    /// What it changes of the client's settings.
    var changeSettings: @Sendable (inout ClientSettings) -> Void {
        let levels = lint.map { ($0.rule, $0.level) }
        return { [parsesWholeViews] settings in
            settings.patchesByParts = !parsesWholeViews
            for (rule, level) in levels { settings.lint[rule] = level }
        }
    }
}

extension SnapshotUpdate: ExpressibleByArgument {}

/// A rule and what becomes of it, as `--lint RULE=LEVEL` gives them.
private struct LintSetting {
    let rule: Diagnostic.Rule
    let level: LintLevel

    init(argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("expected RULE=LEVEL, found \"\(ReadableText.quote(argument))\"")
        }
        rule = try Self.value(parts[0], what: "rule")
        level = try Self.value(parts[1], what: "level")
    }

    private static func value<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, what: String
    ) throws -> Value {
        if let value = Value(rawValue: text) { return value }
        let names = Value.allCases.map(\.rawValue)
        let advice =
            NearestName.of(text, among: names).map { "did you mean \"\($0)\"?" }
            ?? "there are \(names.joined(separator: ", "))"
        throw ValidationError("unknown \(what) \"\(ReadableText.quote(text))\"; \(advice)")
    }
}
