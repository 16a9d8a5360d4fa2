import Basics
import HTMLTree
import LiveClient
import LiveProtocol

/// Gathers the mistakes of one case from all that tell of them: its pages, and the sessions behind them.
///
/// A failure of a handler is told twice where its page hears of it, too: by the session, in full, and by the page. It is
/// one finding.
final class CaseFindings: SessionObserver {
    /// More than so many of one step are counted only.
    private static let limit = 100

    private let levels: [Diagnostic.Rule: LintLevel]
    /// What the sessions did in all.
    private(set) var totals = SessionTotals()
    /// Whether nobody but the pages tells that a view crashed.
    private let tellsOfCrashes: Bool
    /// What fails the step that brought it about, unless the next one expects it.
    private(set) var failing: [Finding] = []
    private var warnings: [Finding] = []
    private var ofSessions: [Finding] = []
    private var ofPages: [Finding] = []
    /// What sessions said of failures so far, by which those are known of which the page hears later.
    private var reportedFailures: Set<String> = []

    /// - Parameters:
    ///   - lint: What becomes of findings, where it is not the standard.
    ///   - tellsOfCrashes: Whether to tell of views that crash, since the host does not.
    init(lint: [Diagnostic.Rule: LintLevel], tellsOfCrashes: Bool = false) {
        self.tellsOfCrashes = tellsOfCrashes
        levels = Finding.standardLevels.merging(lint) { _, given in given }
    }

    var wantsDiffBytes: Bool { false }

    func observe(_ record: SessionRecord) {
        totals.add(record)
        guard let failure = record.failure else { return }
        if reportedFailures.count < 10 * Self.limit { reportedFailures.insert(failure) }
        let finding =
            switch (record.cause, record.happening) {
            case (.template, _):
                Finding(rule: .failedTemplate, message: "a template of \(record.view) failed: \(failure)")
            case (.handler, .rendered):
                Finding(rule: .join, message: "the view \(record.view) cannot be shown: \(failure)")
            case (.handler, .mounted):
                Finding(rule: .join, message: "the view \(record.view) cannot be joined: \(failure)")
            case (.handler, .event), (.handler, .patched):
                Finding(rule: .failedPush, message: "the view \(record.view) refused what was pushed: \(failure)")
            case (.handler, .info), (.handler, .reloaded), (.handler, .restored), (.handler, .trouble),
                (.handler, .ended):
                Finding(rule: .failedInfo, message: "the view \(record.view) failed at what came to it: \(failure)")
            }
        Self.add(finding, to: &ofSessions)
    }

    func take(_ entry: LogEntry) {
        switch entry.event {
        case .requested(_, let status) where status >= 500 && !ofSessions.isEmpty:
            // Why a view cannot be shown is told by its session.
            break
        case .requested(let request, let status) where status >= 400:
            let method = request.method == "GET" ? "" : "\(request.method) "
            Self.add(
                Finding(rule: .noView, message: "no view answers \(method)\(request.url) (status \(status))"),
                to: &ofPages)
        case .connection(.crashed(let topic)) where tellsOfCrashes:
            let message = "the view on \(topic) crashed; what it held is lost, and only its server knows why"
            Self.add(Finding(rule: .failedInfo, message: message, isUnexplained: true), to: &ofPages)
        case .diagnostic(let diagnostic):
            Self.add(Finding(rule: diagnostic.rule, message: diagnostic.message), to: &ofPages)
        case _: break
        }
    }

    /// Sorts what was found since the last call: what fails a step joins `failing`, and what nobody is to hear of is left
    /// out.
    ///
    /// - Returns: What only warns.
    func takeWarnings() -> [Finding] {
        sort()
        defer { warnings = [] }
        return warnings
    }

    /// What fails a step and says one of some texts, now that somebody looks for it.
    func failing(saying text: String) -> [Finding] {
        sort()
        return failing.filter { $0.says(text) }
    }

    /// Takes out what an expectation spoke of.
    func removeExpected(_ texts: [String]) {
        sort()
        failing.removeAll { finding in texts.contains { finding.says($0) } }
    }

    func takeFailing() -> [Finding] {
        defer { failing = [] }
        return failing
    }

    private func sort() {
        guard !ofSessions.isEmpty || !ofPages.isEmpty else { return }
        defer { (ofSessions, ofPages) = ([], []) }
        let onlyOfPages = ofPages.filter { finding in
            guard finding.rule == .join || finding.rule == .failedPush else { return true }
            return !reportedFailures.contains { finding.message.contains($0) }
        }
        for finding in ofSessions + onlyOfPages {
            switch levels[finding.rule, default: .warn] {
            case .error: if !failing.contains(finding) { failing.append(finding) }
            case .warn: if !warnings.contains(finding) { warnings.append(finding) }
            case .ignore: break
            }
        }
    }

    private static func add(_ finding: Finding, to findings: inout [Finding]) {
        if findings.count < limit { findings.append(finding) }
    }
}

extension Finding {
    fileprivate func says(_ text: String) -> Bool {
        isUnexplained || message.foldingWhitespace().contains(text.foldingWhitespace())
    }
}
