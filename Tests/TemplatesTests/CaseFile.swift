import Basics
import LiveProtocol

@testable import Templates

/// Templates with contexts and what Jinja2 made of them, read from a file.
struct CaseFile: Sendable {
    let includes: [String: String]
    let cases: [RecordedCase]
    let groups: [String]

    /// Reads a file; nil when there is none.
    ///
    /// - Parameter keepsFinalNewline: Whether Jinja2 was told to keep the newline at the end of templates.
    init?(path: String, keepsFinalNewline: Bool = true) {
        guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 24),
            let json = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            case .array(let cases)? = json["cases"], case .object(let includes)? = json["includes"]
        else { return nil }
        self.includes = includes.reduce(into: [:]) { $0[$1.key] = $1.value.string }
        self.cases = cases.compactMap {
            RecordedCase($0, context: json["context"], keepsFinalNewline: keepsFinalNewline)
        }
        groups = Set(self.cases.map(\.group)).sorted()
    }
}
