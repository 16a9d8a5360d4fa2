import Basics

/// Dates and times as HTML writes them (WHATWG 2.3.5), as numbers that can be compared.
enum HTMLDate {
    static let millisecondsADay = 86_400_000

    /// The days from 1970-01-01 to a date such as `2026-01-31`.
    static func day(_ text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = digits(parts[0], atLeast: 4), let month = digits(parts[1], exactly: 2),
            let day = digits(parts[2], exactly: 2), year > 0,
            case let date = CivilDate(year: year, month: month, day: day), date.isReal
        else { return nil }
        return date.daysSinceEpoch
    }

    /// The months from January 1970 to a month such as `2026-01`.
    static func month(_ text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = digits(parts[0], atLeast: 4), let month = digits(parts[1], exactly: 2),
            year > 0, (1...12).contains(month)
        else { return nil }
        return (year - 1970) * 12 + month - 1
    }

    /// The days from 1970-01-01 to the Monday of a week such as `2026-W05` (ISO 8601).
    static func week(_ text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "W", let year = digits(parts[0], atLeast: 4),
            let week = digits(parts[1].dropFirst(), exactly: 2), year > 0
        else { return nil }
        let first = firstMonday(year: year)
        guard week >= 1, first + (week - 1) * 7 < firstMonday(year: year + 1) else { return nil }
        return first + (week - 1) * 7
    }

    /// The milliseconds from midnight to a time such as `09:30` or `09:30:15.5`.
    static func time(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = digits(parts[0], exactly: 2), hour < 24,
            let minute = digits(parts[1], exactly: 2), minute < 60
        else { return nil }
        var milliseconds = (hour * 60 + minute) * 60_000
        guard parts.count == 3 else { return milliseconds }
        let second = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard second.count <= 2, let whole = digits(second[0], exactly: 2), whole < 60 else { return nil }
        milliseconds += whole * 1000
        guard second.count == 2 else { return milliseconds }
        guard (1...3).contains(second[1].utf8.count), let fraction = digits(second[1], atLeast: 1) else { return nil }
        return milliseconds + fraction * [100, 10, 1][second[1].utf8.count - 1]
    }

    /// The milliseconds from 1970 to a local date and time such as `2026-01-31T09:30`.
    static func dateAndTime(_ text: String) -> Int? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard parts.count == 2, let day = day(String(parts[0])), let time = time(parts[1]) else { return nil }
        return day * millisecondsADay + time
    }

    /// How many weeks a year has: 52 or 53.
    static func weeks(inYear year: Int) -> Int { (firstMonday(year: year + 1) - firstMonday(year: year)) / 7 }

    // MARK: Writing

    /// A number of the kind's own, as `TextInputKind.number` gives it, as HTML writes it; nil before the year 1 and after
    /// 9999.
    static func text(_ number: Int, kind: TextInputKind) -> String? {
        let day = CivilDate.floored(number, by: millisecondsADay)
        switch kind {
        case .date: return text(ofDay: day)
        case .month: return text(ofMonth: number)
        case .week: return text(ofWeekAt: day)
        case .time: return (0..<millisecondsADay).contains(number) ? text(ofTime: number) : nil
        case .dateTimeLocal: return text(ofDay: day).map { "\($0)T\(text(ofTime: number - day * millisecondsADay))" }
        case .text, .search, .tel, .url, .email, .password, .number: return nil
        }
    }

    private static func text(ofDay day: Int) -> String? {
        guard (-719_162...2_932_896).contains(day) else { return nil }
        let date = CivilDate(daysSinceEpoch: day)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    private static func text(ofMonth number: Int) -> String? {
        let year = 1970 + CivilDate.floored(number, by: 12)
        guard (1...9999).contains(year) else { return nil }
        return "\(padded(year, 4))-\(padded(number - (year - 1970) * 12 + 1, 2))"
    }

    private static func text(ofWeekAt day: Int) -> String? {
        guard (-719_162...2_932_896).contains(day) else { return nil }
        // The week belongs to the year of its Thursday.
        let year = CivilDate(daysSinceEpoch: day + 3).year
        return "\(padded(year, 4))-W\(padded((day - firstMonday(year: year)) / 7 + 1, 2))"
    }

    private static func text(ofTime milliseconds: Int) -> String {
        let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
        let text = "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
        guard rest > 0 else { return text }
        let seconds = "\(text):\(padded(rest / 1000, 2))"
        return rest % 1000 == 0 ? seconds : "\(seconds).\(padded(rest % 1000, 3))"
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    // MARK: Digits

    private static func digits(_ text: some StringProtocol, exactly count: Int) -> Int? {
        text.utf8.count == count ? digits(text, atLeast: count) : nil
    }

    /// A number of so many digits, at most nine.
    private static func digits(_ text: some StringProtocol, atLeast count: Int) -> Int? {
        guard (count...9).contains(text.utf8.count),
            text.utf8.allSatisfy(\.isASCIIDigit)
        else { return nil }
        return Int(text)
    }

    /// The Monday of the week that holds January 4.
    private static func firstMonday(year: Int) -> Int {
        let fourth = CivilDate(year: year, month: 1, day: 4).daysSinceEpoch
        let daysSinceMonday = ((fourth + 3) % 7 + 7) % 7
        return fourth - daysSinceMonday
    }
}
