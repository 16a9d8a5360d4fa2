import Basics
import Synchronization
import TextLayout

/// The folder that takes what is kept of cases that fail, each in a folder of its own (RunningScenarios.md, "What is kept of failures").
package final class ArtifactFolder: Sendable {
    /// Why nothing can be kept there.
    package struct Failure: Error, CustomStringConvertible, Sendable {
        package let description: String
    }

    /// Tells that all in the folder is from runs, and may go.
    private static let marker = ".viewfinder-artifacts"
    private static let nameLimit = 120

    private let path: String
    private let firstFailure = Mutex<Failure?>(nil)

    /// Empties the folder of an earlier run; it is made when there is something to keep.
    ///
    /// - Throws: When it holds what no run has put there, or is no folder.
    package init(emptying path: String) throws(Failure) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = path
        guard let status = FileSystem.status(of: path) else { return }
        guard status.isFolder else {
            throw Failure(description: "--artifacts takes a folder, and \(ReadableText.quote(path)) is a file.")
        }
        guard FileSystem.entries(of: path).isEmpty || FileSystem.status(of: "\(path)/\(Self.marker)") != nil else {
            throw Failure(
                description: """
                    The folder \(ReadableText.quote(path)) holds files that no run has put there; name another for \
                    --artifacts, or empty it.
                    """)
        }
        do throws(FileFailure) {
            try FileSystem.removeContents(of: path, except: Self.marker)
        } catch {
            throw Self.failure(path, error)
        }
    }

    /// What went wrong first.
    package var failure: Failure? { firstFailure.withLock { $0 } }

    /// Writes files of a case; what goes wrong is in `failure`.
    ///
    /// - Returns: Their folder; nil when it could not be written.
    func write(_ files: [ArtifactFile], ofCase id: String) -> String? {
        let folder = "\(path)/\(Self.name(ofCase: id))"
        var file = folder
        do throws(FileFailure) {
            try FileSystem.makeFolder(folder)
            try mark()
            for next in files {
                file = "\(folder)/\(next.name)"
                try FileSystem.replace(file, with: next.text)
            }
            return folder
        } catch {
            let failure = Self.failure(file, error)
            firstFailure.withLock { $0 = $0 ?? failure }
            return nil
        }
    }

    private func mark() throws(FileFailure) {
        let marker = "\(path)/\(Self.marker)"
        guard FileSystem.status(of: marker) == nil else { return }
        try FileSystem.replace(marker, with: "What lies here goes when scenarios are run again.\n")
    }

    /// `Scenarios-settings.yaml-too-long` of the case `Scenarios/settings.yaml#too long`; what loses more than slashes by
    /// that has a number that tells it from others.
    private static func name(ofCase id: String) -> String {
        let path = id.hasPrefix("./") ? id.dropFirst(2) : id[...]
        let bytes = path.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "-") }
        let isTold =
            path.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "/") } && bytes.count <= nameLimit
            && path.utf8.first?.isASCIIAlphanumeric == true
        let name = String(decoding: bytes.drop { !$0.isASCIIAlphanumeric }.prefix(nameLimit), as: UTF8.self)
        return isTold ? name : "\(name)~\(String(StableHash.number(of: id), radix: 36))"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    private static func failure(_ path: String, _ failure: FileFailure) -> Failure {
        Failure(description: "\(ReadableText.quote(path)) cannot be written: \(failure.reason).")
    }
}

/// One of the files that are kept of a case.
package struct ArtifactFile: Sendable {
    let name: String
    let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
