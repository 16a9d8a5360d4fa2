import Basics
import Testing

@Suite("A date of the calendar")
struct CivilDateTests {
    @Test func `every day of eight hundred years is written as it was read`() {
        var date = CivilDate(year: 1600, month: 1, day: 1)
        let first = date.daysSinceEpoch
        for day in first..<first + 292_194 {
            date = CivilDate(daysSinceEpoch: day)
            #expect(date.isReal && date.daysSinceEpoch == day)
        }
        #expect(date == CivilDate(year: 2399, month: 12, day: 31))
    }

    @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2100, 2, 29), (2026, 4, 31)])
    func `is not real when there is no such day`(year: Int, month: Int, day: Int) {
        #expect(!CivilDate(year: year, month: month, day: day).isReal)
    }
}
