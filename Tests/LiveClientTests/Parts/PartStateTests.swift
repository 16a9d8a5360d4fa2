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
            counts.parts += parts.client.patchCounts.parts
            counts.elements += parts.client.patchCounts.elements
        }
        #expect(counts.parts > 1_000)
        #expect(counts.elements > 500)
    }
}
