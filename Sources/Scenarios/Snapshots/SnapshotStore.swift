import Basics

/// The folder of kept snapshots beside the scenario files.
struct SnapshotStore {
    enum Outcome {
        case same
        case saved
        case differs(SnapshotMismatch)
        case notSaved(path: String, reason: String)
    }

    /// The longest picture, in bytes.
    private static let limit = 64 << 20

    let update: SnapshotUpdate

    /// `Scenarios/__snapshots__/settings/command-palette.txt` of the picture "command palette" in
    /// `Scenarios/settings.yaml`; the case's own name goes before the picture's.
    static func path(of name: String, caseID: String) -> String {
        let parts = caseID.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let picture = (parts.count > 1 ? "\(parts[1]) \(name)" : name)
        return "\(folder(caseID: caseID))/\(slug(picture)).txt"
    }

    /// The name of the folder beside scenario files.
    static let folderName = "__snapshots__"

    /// `Scenarios/__snapshots__/settings`, where the pictures of a case lie.
    static func folder(caseID: String) -> String {
        let file = caseID.prefix { $0 != "#" }
        let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
        let stem = file[folder.endIndex...].prefix { $0 != "." }
        return "\(folder)\(folderName)/\(stem)"
    }

    /// The picture in a file; nil when there is none.
    func kept(at path: String) -> String? {
        (try? FileSystem.contents(of: path, limit: Self.limit)).map { String(decoding: $0, as: UTF8.self) }
    }

    func compare(_ picture: String, path: String) -> Outcome {
        let kept = kept(at: path)
        if kept == picture, update != .all { return .same }
        let mismatch = SnapshotMismatch(path: path, kept: kept, found: picture)
        switch update {
        case .none: return .differs(mismatch)
        case .missing: return kept == nil ? save(picture, path) : .differs(mismatch)
        case .changed, .all: return save(picture, path)
        }
    }

    private func save(_ picture: String, _ path: String) -> Outcome {
        do throws(FileFailure) {
            if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
            try FileSystem.replace(path, with: picture)
            return .saved
        } catch {
            return .notSaved(path: path, reason: error.reason)
        }
    }

    private static func slug(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? "snapshot" : words.joined(separator: "-")
    }
}

/// A picture that is not the one kept.
struct SnapshotMismatch: Hashable, Sendable {
    let path: String
    /// The picture kept; nil when there is none.
    let kept: String?
    let found: String
}

/// Which snapshots a run writes.
package enum SnapshotUpdate: String, Hashable, Sendable, CaseIterable {
    /// Those that there are none of yet.
    case missing
    /// Those, and those that differ.
    case changed
    /// Every one.
    case all
    /// None: one that is missing or differs is a failure.
    case none

    /// What is written unless told: nothing in continuous integration, which sets `CI`.
    package static func standard(environment: [String: String]) -> SnapshotUpdate {
        environment["CI"].map { !$0.isEmpty } == true ? .none : .missing
    }
}
