import Foundation
import LiveProtocol
import TestSupport

/// A session recorded with a real server, or a deed in a page of one, in a folder laid out like `shared/oracle/wire`.
package struct Recording: Sendable, CustomStringConvertible {
    /// Where recordings are kept.
    package enum Place {
        /// In the repository: a selection, which always runs.
        case repository
        /// Beside the checkout: all there are.
        case shared

        private var folders: [URL] {
            let base =
                switch self {
                case .repository: Checkout.root.appending(path: "Tests/LiveClientTests/Recorded/Cases")
                case .shared: Checkout.root.deletingLastPathComponent().appending(path: "shared/oracle")
                }
            return ["wire", "phoenix"].map { base.appending(path: $0) }
        }

        /// All sessions; none where the folders are missing.
        package var sessions: [Recording] { recordings(in: "", endingIn: ".jsonl") }

        /// All deeds; none where the folders are missing.
        package var deeds: [Recording] { recordings(in: "deeds", endingIn: ".more") }

        private func recordings(in subfolder: String, endingIn end: String) -> [Recording] {
            folders.flatMap { folder in
                let path = folder.appending(path: subfolder).path
                let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
                return names.filter { $0.hasSuffix(end) }.sorted()
                    .map { Recording(folder: folder, name: String($0.dropLast(end.count))) }
            }
        }
    }

    package let folder: URL
    package let name: String

    package init(folder: URL, name: String) {
        self.folder = folder
        self.name = name
    }

    package var description: String { "\(folder.lastPathComponent)/\(name)" }

    /// The text of one of the recording's files; nil where there is none.
    package func text(of kind: String, in subfolder: String = "") throws -> String? {
        let file = folder.appending(path: subfolder).appending(path: "\(name).\(kind)")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try String(contentsOf: file, encoding: .utf8)
    }

    package func session() throws -> RecordedSession {
        guard let text = try text(of: "jsonl") else {
            throw RecordedSession.Malformed(line: 0, problem: "there is no \(description)")
        }
        return try RecordedSession(parsing: text)
    }
}
