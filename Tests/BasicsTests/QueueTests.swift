import Basics
import TestSupport
import Testing

@Suite("A queue")
struct QueueTests {
    @Test("gives elements in the order in which they came")
    func queue() {
        var queue = Queue<Int>()
        var (next, expected) = (0, 0)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            if Int.random(in: 0..<5, using: &random) < 3 {
                queue.append(next)
                next += 1
            } else if let element = queue.popFirst() {
                #expect(element == expected)
                expected += 1
            }
            #expect(queue.count == next - expected)
            #expect(queue.first == (expected < next ? expected : nil))
        }
        #expect(Array(queue) == Array(expected..<next))
    }
}
