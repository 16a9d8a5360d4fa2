import LiveProtocol
import TestSupport
import Testing

@testable import LiveEngine

/// For random sequences of what a page shows and of what its components do, the client's page is the one expected.
@Suite struct ComponentPropertyTests {
    @Test(arguments: 0..<1_000 as Range<UInt64>)
    func `merging each diff gives the page that the components' states say`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let page = TestPage(Steppers())
        var shown = ["a"]
        var counts = ["a": 10]
        var cids = ["a": 1]
        var lastCID = 1
        for _ in 0..<8 {
            switch Int.random(in: 0...3, using: &random) {
            case 0:
                shown = Array(
                    ["a", "b", "c", "d", "e"].shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)))
                page.click("show", ["ids": .array(shown.map { .string($0) })])
                for id in shown where counts[id] == nil {
                    lastCID += 1
                    (counts[id], cids[id]) = (10, lastCID)
                }
            case 1:
                guard let id = shown.randomElement(using: &random), let cid = cids[id] else { continue }
                page.click("step", in: cid)
                counts[id]? += 1
            case 2:
                guard let id = shown.randomElement(using: &random), let cid = cids[id] else { continue }
                page.click("fail", in: cid)
            default:
                let gone = cids.filter { !shown.contains($0.key) }
                page.send(.componentsWillBeDestroyed(Array(gone.values)))
                page.send(.componentsDestroyed(Array(gone.values)))
                for id in gone.keys { (counts[id], cids[id]) = (nil, nil) }
            }
            let rows = shown.map { id in
                "<li><p id=\"\(id)\" phx-target=\"\(cids[id] ?? 0)\">\(counts[id] ?? 0) by 1, 1 updates</p></li>"
            }
            #expect(page.html.hasSuffix("\n" + rows.joined()))
        }
    }
}
