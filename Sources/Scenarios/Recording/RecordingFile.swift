import Basics
import TextLayout

/// The file that a recording goes to: the whole of it, or what is added to a scenario that is there.
///
/// What was recorded so far is in a file beside it, for the case that the program ends before its time.
package struct RecordingFile: Sendable {
    /// What becomes of what is in the file.
    package enum Mode: Hashable, Sendable {
        /// There is no such file, or its copy is kept beside it.
        case anew
        /// The steps are added to those that are there.
        case appending
    }

    private enum Base {
        case nothing
        case scenario(String, indent: Int)
    }

    package let path: String
    /// Whether an earlier recording into this file came to no end, and what there is of it was put aside.
    package let hasOlderPartial: Bool
    private let base: Base
    private let schema: String?

    /// Finds out whether the file can be written, and whether steps can be added to it, before anything is recorded.
    ///
    /// - Throws: What stands in the way.
    package init(path: String, mode: Mode) throws(RecordingProblem) {
        self.path = path
        base = mode == .appending ? try Self.base(in: path) : .nothing
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        hasOlderPartial = FileSystem.status(of: path + ".partial") != nil
        do throws(FileFailure) {
            try FileSystem.makeFolder(folder)
            // A path through a folder that is not there yet leads nowhere.
            schema = Self.schema(for: path)
            if hasOlderPartial { try FileSystem.keep(partialPath, as: olderPartialPath) }
            try FileSystem.replace(partialPath, with: text(of: RecordedScript()))
        } catch {
            throw RecordingProblem("\(ReadableText.quote(path)): it cannot be written: \(error.reason)")
        }
    }

    /// Whether the header is this recording's own.
    package var isWhole: Bool { if case .nothing = base { true } else { false } }

    /// Holds what was recorded so far while the recording goes on.
    package var partialPath: String { path + ".partial" }

    /// Holds what an earlier recording left that came to no end.
    package var olderPartialPath: String { partialPath + "~" }

    /// Holds what was in the file before.
    package var copyPath: String { path + "~" }

    /// What the file is going to be.
    package func text(of script: RecordedScript) -> String {
        switch base {
        case .nothing: return script.text(schema: schema)
        case .scenario(let text, let indent):
            let margin = String(repeating: " ", count: indent)
            let lines = script.hints.map { margin + $0 } + script.stepLines(indent: indent)
            return text + (text.hasSuffix("\n") ? "" : "\n") + lines.map { $0 + "\n" }.joined()
        }
    }

    /// Keeps what was recorded so far. That it cannot be kept is no reason to stop a person.
    package func keepPartial(_ script: RecordedScript) { try? FileSystem.replace(partialPath, with: text(of: script)) }

    /// Writes the file; what was there before is kept beside it.
    package func write(_ text: String, keepsCopy: Bool = true) throws(FileFailure) {
        if keepsCopy, FileSystem.status(of: path) != nil { try FileSystem.keep(path, as: copyPath) }
        try FileSystem.replace(path, with: text)
        FileSystem.removeFile(partialPath)
    }

    /// Forgets what was recorded so far, as nothing is to be kept of it.
    package func removePartial() { FileSystem.removeFile(partialPath) }

    /// A file on this machine, as the scenario names it: from the scenario's own folder.
    package func name(of file: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        guard let from = FileSystem.realPath(folder.isEmpty ? "/" : folder), let to = FileSystem.realPath(file) else {
            return file
        }
        let fromParts = from.split(separator: "/")
        let toParts = to.split(separator: "/")
        let common = zip(fromParts, toParts).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: fromParts.count - common)
        return (up + toParts.dropFirst(common).map(String.init)).joined(separator: "/")
    }

    /// The schema that lies beside the file, or in the folder above.
    private static func schema(for path: String) -> String? {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let names = ["scenario.schema.json", "../scenario.schema.json"]
        return names.first { FileSystem.status(of: folder + $0)?.isFile == true }
    }

    private static func base(in path: String) throws(RecordingProblem) -> Base {
        let name = ReadableText.quote(path)
        let source: SourceText
        do throws(ScenarioProblem) {
            source = try ScenarioFiles().read(path)
        } catch {
            throw RecordingProblem("\(name): \(error.message)")
        }
        var reader = YAMLReader(source: source)
        guard let root = reader.read(), reader.problems.isEmpty else {
            throw RecordingProblem(ProblemPrinter(sources: [source]).print(reader.problems))
        }
        guard let last = root.entries.max(by: { $0.keyPlace < $1.keyPlace }), last.key == Header.steps.name,
            case .list(let steps) = last.value.content, let first = steps.first
        else { throw RecordingProblem("\(name): steps can be added only to a scenario whose last key is \"steps\"") }
        let line = source.line(first.place.line) ?? ""
        let indent = line.prefix { $0 == " " }.count
        guard line.dropFirst(indent).hasPrefix("-") else {
            throw RecordingProblem(
                "\(name):\(first.place.line): steps can be added only where each stands in a line of its own")
        }
        return .scenario(source.text, indent: indent)
    }
}

/// Why nothing can be recorded into a file, in words.
package struct RecordingProblem: Error, Hashable, Sendable {
    package let message: String

    init(_ message: String) { self.message = message }
}
