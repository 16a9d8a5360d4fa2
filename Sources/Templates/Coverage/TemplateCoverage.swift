import Synchronization

/// Watches which branches of templates run.
///
/// A template that is compiled while somebody watches gets a mark at the start of each branch. All others have none, and
/// run as fast as ever: so this has to begin before the first template is needed.
package final class TemplateCoverage: Sendable {
    private struct Watched {
        let source: TemplateSource
        let file: String
        let marks: [BranchMark]
    }

    private static let ofAll = Mutex<TemplateCoverage?>(nil)
    private let watched = Mutex<[Watched]>([])

    package init() {}

    /// What watches the templates of all libraries that are not told otherwise; nil when nothing does.
    static var ofProcess: TemplateCoverage? { ofAll.withLock { $0 } }

    /// Watches all templates of the process that are compiled from now on: views keep their libraries to themselves.
    package func watchProcess() { Self.ofAll.withLock { $0 = self } }

    /// Takes a template that was compiled with marks.
    func add(_ source: TemplateSource, file: String, _ marks: [BranchMark]) {
        watched.withLock { $0.append(Watched(source: source, file: file, marks: marks)) }
    }

    /// The branches of all templates that were compiled, by their files and places.
    package var branches: [TemplateBranch] {
        let branches = watched.withLock { $0 }.flatMap { watched in
            watched.marks.map { mark in
                let place = watched.source.place(of: mark.offset)
                return TemplateBranch(
                    kind: mark.kind, file: watched.file, line: place.line, column: place.column,
                    tag: mark.kind == .template ? "" : watched.source.tag(at: mark.offset), hasRun: mark.hasRun)
            }
        }
        return branches.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }
}

extension TemplateSource {
    /// How much of a tag is shown, in bytes.
    private static let tagLimit = 80

    /// The tag whose name stands at an offset, in one line.
    fileprivate func tag(at offset: Int) -> String {
        let rest = bytes[min(offset, bytes.count)...]
        var end = rest.endIndex
        for index in rest.indices.dropLast() where rest[index + 1] == UInt8(ascii: "}") {
            guard rest[index] == UInt8(ascii: "%") else { continue }
            end = index
            break
        }
        var text = rest[..<end]
        let isCut = text.count > Self.tagLimit
        if isCut { text = text.prefix(Self.tagLimit) }
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let trimmed = words.last == "-" || words.last == "+" ? String(words.dropLast()) : words
        let content = trimmed.last == " " ? String(trimmed.dropLast()) : trimmed
        return "{% \(content)\(isCut ? "…" : "") %}"
    }
}
