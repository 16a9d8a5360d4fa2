import LiveProtocol

extension ScenarioRunner {
    /// Runs one case in this process and on a server elsewhere. It fails where it fails in one of them, or where what a page
    /// looks like after a step is not the same.
    func compare(
        _ scenarioCase: ScenarioCase, of scenario: Scenario, with address: ServerAddress, by server: ServerAccess
    ) -> CaseResult {
        let (own, ownRun) = runInProcess(scenarioCase, of: scenario, pictures: .toKeep)
        var other = run(
            scenarioCase, of: scenario, at: address, by: server, pictures: .toCompare(with: ownRun.keptPictures)
        ).result
        other.duration += own.duration
        other.totals += own.totals
        switch (own.outcome, other.outcome) {
        case (.failed(let ownFailures), .failed(let failures)):
            other.outcome = .failed(Self.difference(ownFailures, failures) ?? ownFailures)
        case (.failed(let failures), _):
            other.outcome = .failed(failures.map { $0.remarking("by URL the case passes") })
        case (_, .failed(let failures)):
            other.outcome = .failed(failures.map { $0.remarking("in process the step passes") })
        case (.passed, _), (.skipped, _), (.failedAsKnown, _), (.passedUnexpectedly, _), (.flaky, _): break
        }
        return other
    }

    /// What of the failures by URL is not so in process, too.
    private static func difference(_ own: [StepFailure], _ failures: [StepFailure]) -> [StepFailure]? {
        let different = failures.filter { failure in
            !own.contains { $0.step.path == failure.step.path && $0.step.place == failure.step.place }
        }
        return different.isEmpty ? nil : own + different
    }
}

extension StepFailure {
    fileprivate func remarking(_ remark: String) -> StepFailure {
        var failure = self
        failure.remark = remark
        return failure
    }
}
