import Foundation
import TestSupport
import Testing

/// One article of the catalogue, as its Markdown.
struct Article: CustomTestStringConvertible {
    /// The name of the file.
    let name: String
    let text: String

    var testDescription: String { name }

    static let folder = "Sources/Viewfinder/Viewfinder.docc"

    /// All articles; empty where the checkout cannot be read.
    static let all: [Article] = {
        let folder = Checkout.root.appending(path: Article.folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().compactMap(Article.init)
    }()

    /// - Parameter name: The file's name; nil when there is no such article.
    init?(_ name: String) {
        guard let text = try? Checkout.text(of: "\(Self.folder)/\(name)") else { return nil }
        self.name = name
        self.text = text
    }

    /// The blocks of code in one language.
    func code(in language: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = block {
                if line == "```" {
                    blocks.append(lines.joined(separator: "\n"))
                    block = nil
                } else {
                    block?.append(line)
                }
            } else if line == "```\(language)" {
                block = []
            }
        }
        return blocks
    }

    /// The headings, with what stands between each and the next of its level or above.
    var sections: [(heading: String, text: String)] {
        var sections: [(heading: String, level: Int, text: String)] = []
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() }
            let level = line.prefix { $0 == "#" }.count
            if !isCode, level > 0, line.dropFirst(level).hasPrefix(" ") {
                sections.append((String(line.dropFirst(level + 1)), level, ""))
            }
            for index in sections.indices
            where !sections[index + 1..<sections.endIndex].contains(where: {
                $0.level <= sections[index].level
            }) {
                sections[index].text += line + "\n"
            }
        }
        return sections.map { ($0.heading, $0.text) }
    }

    /// The text below a heading; nil when there is none.
    func section(_ heading: String) -> String? { sections.first { $0.heading == heading }?.text }

    /// The rows of the tables below a heading, cell by cell, without their heads.
    func rows(under heading: String) -> [[String]] {
        var rows: [[String]] = []
        var isBody = false
        for line in (section(heading) ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                isBody = false
                continue
            }
            if line.hasPrefix("|---") || line.hasPrefix("|-") {
                isBody = true
            } else if isBody {
                let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|")
                rows.append(cells.map { $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces) })
            }
        }
        return rows
    }
}
