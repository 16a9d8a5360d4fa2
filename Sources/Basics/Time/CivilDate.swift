/// A day of the Gregorian calendar.
package struct CivilDate: Equatable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CivilDate {
    private static let daysOfEra = 146_097
    /// From 0000-03-01 to 1970-01-01.
    private static let daysBeforeEpoch = 719_468

    /// Days since 1970-01-01. A day past the end of its month counts on into the next.
    package var daysSinceEpoch: Int {
        // A year that begins in March has its leap day at the end.
        let year = month > 2 ? year : year - 1
        let era = Self.floored(year, by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * Self.daysOfEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - Self.daysBeforeEpoch
    }

    package init(daysSinceEpoch days: Int) {
        let days = days + Self.daysBeforeEpoch
        let era = Self.floored(days, by: Self.daysOfEra)
        let dayOfEra = days - era * Self.daysOfEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month > 2 ? 0 : 1)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    /// Whether there is such a day.
    package var isReal: Bool { (1...12).contains(month) && CivilDate(daysSinceEpoch: daysSinceEpoch) == self }

    /// The quotient, rounded down where the number is negative too.
    package static func floored(_ number: Int, by divisor: Int) -> Int {
        (number >= 0 ? number : number - divisor + 1) / divisor
    }
}
