import ArgumentParser
import Basics
import LiveClient
import LiveProtocol
import TextLayout

/// A rule and what becomes of it, as `--lint RULE=LEVEL` gives them.
struct LintSetting {
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
