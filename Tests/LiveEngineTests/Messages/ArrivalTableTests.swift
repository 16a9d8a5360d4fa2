import TestSupport
import Testing

@testable import LiveEngine

@Suite("The table in order of arrival, and the queue")
struct ArrivalTableTests {
    @Test("keeps the order of arrival through changes and removals, as a plain array does")
    func order() {
        var (table, model): (ArrivalTable<Int, Int>, [(Int, Int)]) = (ArrivalTable(), [])
        var random = SeededGenerator(seed: 7)
        for step in 0..<2_000 {
            let number = Int.random(in: 0..<60, using: &random)
            if Bool.random(using: &random) {
                table.set(step, for: number)
                if let place = model.firstIndex(where: { $0.0 == number }) {
                    model[place].1 = step
                } else {
                    model.append((number, step))
                }
            } else {
                #expect(table.remove(number) == model.first { $0.0 == number }?.1)
                model.removeAll { $0.0 == number }
            }
            #expect(table.count == model.count)
        }
        #expect(table.map(\.key) == model.map(\.0))
        #expect(table.map(\.value) == model.map(\.1))
    }
}
