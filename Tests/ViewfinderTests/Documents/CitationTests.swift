import Foundation
import TestSupport
import Testing

/// Comments say which rule they keep by its place in the catalogue: `TheClientsRules.md, "Click away"`.
@Suite struct CitationTests {
    @Test func `a citation names an article that there is, and a heading that this has`() {
        let headings = Dictionary(uniqueKeysWithValues: Article.all.map { ($0.name, Set($0.sections.map(\.heading))) })
        var count = 0
        for (file, comment) in Self.comments {
            for citation in comment.matches(of: /(\w+\.md), "([^"]+)"/) {
                count += 1
                let isThere = headings[String(citation.1)]?.contains(String(citation.2)) == true
                #expect(isThere, "\(file) cites \(citation.0)")
            }
        }
        #expect(count > 100)
    }

    @Test func `no comment names a document that is not in the repository`() throws {
        let known = Set(
            Self.files.filter { $0.hasSuffix(".md") }.map { $0.split(separator: "/").last.map(String.init) })
        for (file, comment) in Self.comments {
            for document in comment.matches(of: /\b[A-Z]\w*\.md\b/) {
                let isThere = known.contains(String(document.0))
                #expect(isThere, "\(file) names \(document.0)")
            }
        }
    }

    @Test func `the files that articles and the guide for contributors name are there`() throws {
        let guide = try Checkout.text(of: ".github/CONTRIBUTING.md")
        for text in Article.all.map(\.text) + [guide] {
            for path in text.matches(of: /`((?:Sources|Tests|Scenarios|\.ci|\.github)\/[\w\/.+-]+)`/) {
                let place = Checkout.root.appending(path: String(path.1)).path
                #expect(FileManager.default.fileExists(atPath: place), "there is no \(path.1)")
            }
        }
    }

    @Test func `the types that the house's article names are there`() throws {
        let text = try #require(Article("TheHouse.md")).sections.filter { $0.heading.hasPrefix("The way of") }
        let sources = Self.files.filter { $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }
            .compactMap { try? Checkout.text(of: $0) }.joined()
        let folders = Set(Self.files.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
        for name in text.map(\.text).joined().matches(of: /`([A-Z]\w+)(?:\.\w+\(?\)?)?`/).map({ String($0.1) }) {
            let isType = ["struct", "class", "enum", "protocol"].contains { sources.contains("\($0) \(name)") }
            #expect(isType || folders.contains(name), "there is no \(name)")
        }
    }

    /// The paths of all files of the checkout that were written by hand.
    private static let files: [String] = {
        let folders = ["Sources", "Tests", ".github", ".ci"]
        let found = folders.flatMap { folder in
            (try? FileManager.default.subpathsOfDirectory(atPath: Checkout.root.appending(path: folder).path))?
                .map { "\(folder)/\($0)" } ?? []
        }
        return ["README.md"] + found.filter { !$0.contains("/.build/") }
    }()

    /// The comments of all Swift files, each as one line.
    private static let comments: [(file: String, text: String)] = files.filter { $0.hasSuffix(".swift") }.flatMap {
        file -> [(file: String, text: String)] in
        var comments: [(file: String, text: String)] = []
        var block: [Substring] = []
        let lines = (try? Checkout.text(of: file))?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        for line in lines + [""] {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("//") {
                block.append(text.drop { $0 == "/" }.drop { $0 == " " })
            } else {
                if !block.isEmpty { comments.append((file, block.joined(separator: " "))) }
                block = []
                if let start = line.range(of: " // ") { comments.append((file, String(line[start.upperBound...]))) }
            }
        }
        return comments
    }
}
