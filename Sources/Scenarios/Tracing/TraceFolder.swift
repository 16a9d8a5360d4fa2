import Basics
import Synchronization
import TextLayout

/// The folder into which the traces of a run go, one file a case.
package final class TraceFolder: Sendable {
    /// Why a trace could not be written.
    package struct Failure: Error, Equatable, Sendable {
        package let path: String
        package let failure: FileFailure

        package var message: String { "the trace \(ReadableText.quote(path)) cannot be written: \(failure.reason)" }
    }

    private let path: String
    private let firstFailure = Mutex<Failure?>(nil)

    package init(_ path: String) { self.path = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path }

    /// What went wrong first.
    package var failure: Failure? { firstFailure.withLock { $0 } }

    /// Writes the file of a case; what goes wrong is in `failure`.
    package func write(_ trace: Trace) {
        let file = "\(path)/\(Self.fileName(ofCase: trace.header.caseID))"
        do throws(FileFailure) {
            try FileSystem.makeFolder(path)
            try FileSystem.replace(file, with: TraceWriter.text(of: trace))
        } catch {
            firstFailure.withLock { $0 = $0 ?? Failure(path: file, failure: error) }
        }
    }

    /// `Scenarios-settings.trace.jsonl` of the case `Scenarios/settings.yaml`. An id that loses something by that has a
    /// number that tells it from others.
    static func fileName(ofCase id: String) -> String {
        let parts = id.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let stem = parts[0].hasSuffix(".yaml") ? parts[0].dropLast(5) : parts[0]
        let isTold =
            parts.count == 1 && stem.utf8.count < parts[0].utf8.count && stem.utf8.count <= nameLimit
            && !stem.hasPrefix("/") && stem.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "/") }
        let words = [stem] + parts.dropFirst()
        let name = words.flatMap { word in
            word.utf8.split { !isPlain($0) }.map { String(decoding: $0, as: UTF8.self) }
        }.joined(separator: "-").prefix(nameLimit)
        return name + (isTold ? "" : "~\(String(StableHash.number(of: id), radix: 36))") + ".\(Trace.fileExtension)"
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

    private static let nameLimit = 120
}
