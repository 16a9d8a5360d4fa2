import Foundation

/// The public conformance tests beside the checkout, where there are any.
enum SharedFiles {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/oracle/html5lib")

    static let arePresent = FileManager.default.fileExists(atPath: folder.path)

    /// The names of the files with this extension in a folder; empty where the folder is missing.
    static func names(in subfolder: String, extension: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)
        return (names ?? []).filter { $0.hasSuffix("." + `extension`) }.sorted()
    }

    static func contents(of name: String, in subfolder: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: subfolder).appending(path: name))
    }
}
