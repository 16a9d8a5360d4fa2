import Testing

@testable import LiveProtocol

@Suite struct SparseArrayTests {
    @Test func `values are in the order of their indices, however they come`() {
        var values: SparseArray = [5: "e", 1: "a", 3: "c"]
        values[9] = "i"
        values[0] = "-"
        values[4] = "d"
        #expect(values.keys == [0, 1, 3, 4, 5, 9])
        #expect(Array(values.values) == ["-", "a", "c", "d", "e", "i"])
        #expect(values.count == 6)
    }

    @Test func `a value takes the place of the one that is there, and nil takes it away`() {
        var values: SparseArray = [1: "a", 2: "b", 3: "c"]
        values[2] = "B"
        #expect(values == [1: "a", 2: "B", 3: "c"])
        values[1] = nil
        values[7] = nil
        #expect(values == [3: "c", 2: "B"])
        #expect(values[1] == nil)
        #expect(values[3] == "c")
        #expect(values[4] == nil)
    }

    @Test func `there may be none`() {
        let values: SparseArray<String> = [:]
        #expect(values.isEmpty)
        #expect(values[0] == nil)
        #expect(values == SparseArray())
    }
}
