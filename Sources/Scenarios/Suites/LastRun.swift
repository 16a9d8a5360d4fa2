import Basics
import LiveProtocol

/// Which cases failed when they were last run, kept in the folder `.viewfinder` of where the program is started
/// (RunningScenarios.md, "What failed last").
package struct LastRun: Sendable {
    private static let folder = ".viewfinder"
    private static let path = "\(folder)/last-run.json"
    private static let limit = 16 << 20

    package private(set) var failedIDs: Set<String> = []
    /// Whether that differs from what is kept.
    private var isChanged = false

    /// Reads what is kept; nothing failed where nothing is.
    package init() {
        guard let text = try? FileSystem.text(of: Self.path, limit: Self.limit),
            case .array(let ids)? = (try? JSONValue(parsing: text))?["failed"]
        else { return }
        failedIDs = Set(ids.compactMap(\.string))
    }

    /// Takes note of what came of a case.
    package mutating func add(_ result: CaseResult) {
        let hasFailed = failedIDs.contains(result.id)
        guard result.isFailure != hasFailed else { return }
        isChanged = true
        if result.isFailure { failedIDs.insert(result.id) } else { failedIDs.remove(result.id) }
    }

    /// Keeps it, out of git's sight, where it has changed.
    ///
    /// - Throws: Why it cannot be written.
    package func save() throws(FileFailure) {
        guard isChanged else { return }
        // Files that are gone would be remembered for ever.
        let present = failedIDs.filter { id in FileSystem.status(of: String(id.prefix { $0 != "#" })) != nil }
        let ids = present.sorted().map { JSONValue.string($0) }
        let value: JSONValue = ["format": 1, "failed": .array(ids)]
        try FileSystem.makeFolder(Self.folder)
        if FileSystem.status(of: "\(Self.folder)/.gitignore") == nil {
            try FileSystem.replace("\(Self.folder)/.gitignore", with: "*\n")
        }
        try FileSystem.replace(Self.path, with: value.json + "\n")
    }
}

/// Takes note of what fails, for the next run.
package struct LastRunReporter: Reporter {
    private var last: LastRun

    package init(after last: LastRun) { self.last = last }

    package mutating func begin(_ run: RunBeginning) -> String { "" }

    package mutating func add(_ ended: EndedCase) -> String {
        last.add(ended.result)
        return ""
    }

    /// Where it cannot be kept, the next run knows of the one before; no report is the worse for it.
    package mutating func end(_ run: RunEnding) -> String {
        try? last.save()
        return ""
    }
}
