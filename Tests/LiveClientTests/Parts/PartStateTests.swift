import Testing

@testable import LiveClient

@Suite("Parts keep what a person, commands and hooks did, as parsing does")
struct PartStateTests {
    @Test("after each thing that happens, fields, focus, hooks and documents are alike")
    func state() throws {
        var counts = PatchCounts()
        for seed in 0..<200 {
            let parts = StatePage(seed: UInt64(seed), byParts: true)
            let parsed = StatePage(seed: UInt64(seed), byParts: false)
            for step in 0..<40 {
                parts.step()
                parsed.step()
                try #require(parts.state == parsed.state, "seed \(seed), step \(step)")
            }
            counts.parts += parts.client.page.patched.counts.parts
            counts.elements += parts.client.page.patched.counts.elements
        }
        #expect(counts.parts > 1_000)
        #expect(counts.elements > 500)
    }

    @Test(
        "after random edits of rows with and without ids, the same elements hold what was typed, opened and commanded",
        arguments: EditedPage.Identity.allCases)
    func edits(identity: EditedPage.Identity) throws {
        var counts = PatchCounts()
        for seed in 0..<100 {
            let parts = try EditedPage(seed: UInt64(seed), identity, byParts: true)
            let morphed = try EditedPage(seed: UInt64(seed), identity, byParts: false)
            for step in 0..<40 {
                parts.step()
                morphed.step()
                try #require(parts.state == morphed.state, "seed \(seed), step \(step), \(parts.lastSteps)")
            }
            counts.parts += parts.client.page.patched.counts.parts
        }
        #expect(counts.parts > 500)
    }
}
