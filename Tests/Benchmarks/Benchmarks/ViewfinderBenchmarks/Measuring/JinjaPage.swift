import Foundation
import LiveProtocol

/// One of the pages that Jinja2 renders beside this, with its context.
///
/// The pages lie in a folder that is not part of this package: in the one that `VIEWFINDER_TEMPLATE_PAGES` names, or else
/// where the recorded template cases are, beside the checkout.
struct JinjaPage: Sendable {
    /// What is measured of a page.
    enum Step: String, Sendable {
        case compile, render
    }

    let name: String
    /// The text of the page under `main`, and those of the templates that it uses.
    let sources: [String: String]
    let context: JSONValue

    static let main = "main"

    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["VIEWFINDER_TEMPLATE_PAGES"] {
            return URL(fileURLWithPath: path)
        }
        return package.appendingPathComponent("../../../shared/oracle/templates/bench").standardized
    }()

    /// The folder of this package.
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All pages; none where there is no such folder.
    static func all() throws -> [JinjaPage] {
        let templates = folder.appendingPathComponent("templates")
        guard FileManager.default.fileExists(atPath: templates.path) else { return [] }
        let includes = try includes()
        return try FileManager.default.contentsOfDirectory(atPath: templates.path).sorted().map { file in
            let name = file.replacing(".html", with: "")
            var sources = includes
            sources[main] = try text(of: "templates/\(file)")
            return JinjaPage(
                name: name, sources: sources, context: try JSONValue(parsing: text(of: "contexts/\(name).json")))
        }
    }

    /// How long Jinja2 takes for a page on this machine now; nil, with a word about it, where there is no Jinja2.
    func jinjaTime(to step: Step) throws -> Duration? {
        let script = Self.package.appendingPathComponent("Jinja/time_page.py").path
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, Self.folder.path, name, step.rawValue]
        process.standardOutput = output
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return Double(String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
            .map { .seconds($0) }
    }

    private static func includes() throws -> [String: String] {
        let root = folder.appendingPathComponent("includes")
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".html") {
            texts[path] = try text(of: "includes/\(path)")
        }
        return texts
    }

    private static func text(of path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
