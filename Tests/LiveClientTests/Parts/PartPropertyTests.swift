import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Parts and parsing lead to the same document")
struct PartPropertyTests {
    /// One page that is patched part by part, one whose HTML is parsed, and what their server shows.
    private struct Pages {
        let parts: LivePage
        let parsed: LivePage

        /// - Parameter isLoaded: Whether the page shows the view before it is joined.
        init(_ node: ModelNode, isLoaded: Bool) throws {
            let tree = Diff(root: node.whole)
            let html = isLoaded ? node.html : ""
            parts = try LivePage(joining: tree, before: html)
            parsed = try LivePage(joining: tree, before: html) { $0.settings.patchesByParts = false }
        }

        func send(_ diff: NodeDiff) {
            for page in [parts, parsed] { page.push(.diff(Diff(root: diff))) }
        }

        /// What the three hold, which should be the same.
        func contents(_ node: ModelNode) -> (parts: String, parsed: String, fresh: String) {
            let document = Document(parsing: "<div></div>")
            let container = document.createElement("div")
            let fragment = document.parseFragment(node.html, context: container)
            return (content(of: parts), content(of: parsed), NormalHTML.text(of: fragment, in: document))
        }

        private func content(of page: LivePage) -> String {
            page.document.element(withID: "v1").map { NormalHTML.text(of: $0, in: page.document) } ?? "-"
        }
    }

    /// - Parameter isWhole: Whether all HTML is whole, so that what is left alone cannot have changed with what is around it.
    private func check(seed: UInt64, _ templates: [ModelTemplate], isWhole: Bool) throws -> PatchCounts {
        var generator = ModelGenerator(seed: seed, templates: templates)
        var node = generator.root()
        let pages = try Pages(node, isLoaded: seed.isMultiple(of: 2))
        for step in 0..<15 {
            let old = node
            generator.change(&node)
            let diff = node.diff(from: old)
            pages.send(diff)
            let contents = pages.contents(node)
            let words: Comment =
                "seed \(seed), step \(step)\nbefore: \(old.html)\nnow: \(node.html)\ndiff: \(diff.json)"
            try #require(contents.parts == contents.parsed, words)
            if isWhole { try #require(contents.parts == contents.fresh, words) }
        }
        #expect(pages.parts.client.diagnostics.isEmpty)
        return pages.parts.client.page.patched.counts
    }

    @Test("for templates that can be cut into parts, mostly by parts")
    func plain() throws {
        var counts = PatchCounts()
        for seed in 0..<300 {
            let found = try check(seed: UInt64(seed), ModelTemplate.plain, isWhole: true)
            counts.parts += found.parts
            counts.views += found.views
            counts.adoptions += found.adoptions
        }
        #expect(counts.adoptions > 50)
        // What has no id can be another element at its place; where only a morph can tell, the view is morphed.
        #expect(counts.views < counts.parts / 2)
        #expect(counts.parts > 1_000)
    }

    @Test("for templates that cannot, among others")
    func odd() throws {
        var counts = PatchCounts()
        for seed in 0..<300 {
            let found = try check(seed: UInt64(seed), ModelTemplate.plain + ModelTemplate.odd, isWhole: false)
            counts.parts += found.parts
            counts.parses += found.parses
        }
        #expect(counts.parts > 1_000)
        #expect(counts.parses > 1_000)
    }
}
