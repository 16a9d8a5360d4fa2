import Basics
import Testing

@Suite struct HeapFootprintTests {
    private struct Row: Sendable { var name = "a name that is longer than fifteen bytes", count = 1 }
    private final class Box: Sendable { let text = String(repeating: "x", count: 10_000) }
    private struct State {
        var name = "short"
        var rows = Array(repeating: Row(), count: 1_000)
        var table = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ($0, $0) })
        var box: Box? = Box()
        var range = 0..<1_000_000_000
    }

    @Test func `values that stand by themselves take nothing`() {
        #expect(HeapFootprint(of: 7).total == 0)
        #expect(HeapFootprint(of: (1, 2.5, true, "short")).total == 0)
        #expect(HeapFootprint(of: [Int]()).total == 0)
        #expect(HeapFootprint(of: 0..<Int.max).total == 0)
    }

    @Test(arguments: [
        (String(repeating: "x", count: 1_000) as any Sendable, 1_000...1_100), (Array(0..<1_000), 8_000...8_100),
        (Set(0..<1_000), 8_000...20_000), (Array(repeating: Row(), count: 100), 2_400...12_000),
        (Box(), 10_000...10_300),
    ])
    func `what is large is about as large as it is`(value: any Sendable, size: ClosedRange<Int>) {
        #expect(size.contains(HeapFootprint(of: value).total), "\(HeapFootprint(of: value).total)")
    }

    @Test func `all properties count`() {
        let total = HeapFootprint(of: State()).total
        #expect((90_000...200_000).contains(total), "\(total)")
    }

    @Test func `what two values share is counted once`() {
        var state = State()
        var both = HeapFootprint(of: state)
        let one = both.total
        state.name = "other"
        both.add(HeapFootprint(of: state))
        #expect(both.total == one)
        let old = state
        state.rows[0].count = 2
        both.add(HeapFootprint(of: state))
        #expect(both.total > one)
        #expect(both.total < one * 2)
        #expect(old.rows[0].count == 1)
    }

    @Test func `a look at a very large or deep value ends`() {
        final class Link {
            var next: Link?
        }
        let (first, second) = (Link(), Link())
        (first.next, second.next) = (second, first)
        #expect(HeapFootprint(of: first).total > 0)
        let lists = Array(repeating: Array(repeating: Array(0..<10), count: 1_000), count: 1_000)
        #expect(HeapFootprint(of: lists).total > 1_000_000)
        (first.next, second.next) = (nil, nil)
    }
}
