import Basics

/// The date in `Expires`, which servers write in many ways (RFC 6265, section 5.1.1).
struct CookieDate {
    /// Since 1970, in whole seconds.
    let sinceEpoch: Duration

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    init(sinceEpoch: Duration) { self.sinceEpoch = sinceEpoch }

    /// Takes time, day, month and year from wherever they stand in the text; nil when one is missing or there is no such
    /// moment.
    init?(parsing text: String) {
        var time: (hour: Int, minute: Int, second: Int)?
        var day: Int?
        var month: Int?
        var year: Int?
        for token in text.utf8.split(whereSeparator: Self.isDelimiter) {
            if time == nil, let found = Self.time(token) {
                time = found
            } else if day == nil, let found = Self.number(token, digits: 1...2) {
                day = found
            } else if month == nil, let found = Self.month(token) {
                month = found
            } else if year == nil, let found = Self.number(token, digits: 2...4) {
                year = found
            }
        }
        guard let time, let day, let month, var year else { return nil }
        if (70...99).contains(year) { year += 1900 } else if (0...69).contains(year) { year += 2000 }
        let date = CivilDate(year: year, month: month, day: day)
        guard year >= 1601, date.isReal, time.hour <= 23, time.minute <= 59, time.second <= 59 else { return nil }
        sinceEpoch = .seconds(date.daysSinceEpoch * 86_400 + time.hour * 3600 + time.minute * 60 + time.second)
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// `hh:mm:ss`, with whatever follows that is no digit.
    private static func time(_ token: Substring.UTF8View) -> (Int, Int, Int)? {
        let parts = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].count <= 2, parts[1].count <= 2, parts[1].allSatisfy(\.isASCIIDigit),
            parts[0].allSatisfy(\.isASCIIDigit), let hour = number(parts[0], digits: 1...2),
            let minute = number(parts[1], digits: 1...2), let second = number(parts[2], digits: 1...2)
        else { return nil }
        return (hour, minute, second)
    }

    /// The number that a token begins with; nil when it has more or fewer digits.
    private static func number(_ token: Substring.UTF8View, digits: ClosedRange<Int>) -> Int? {
        let number = token.prefix(while: \.isASCIIDigit)
        return digits.contains(number.count) ? Int(Substring(number)) : nil
    }

    private static func month(_ token: Substring.UTF8View) -> Int? {
        months.firstIndex(of: Substring(token.prefix(3)).lowercased()).map { $0 + 1 }
    }

    /// The date as HTTP writes it, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
    var text: String {
        let seconds = Int(sinceEpoch.components.seconds)
        let days = CivilDate.floored(seconds, by: 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        let time = seconds - days * 86_400
        let weekday = Self.weekdays[days - CivilDate.floored(days, by: 7) * 7]
        let month = Self.months[date.month - 1]
        let name = month.prefix(1).uppercased() + month.dropFirst()
        let clock = [time / 3600, time / 60 % 60, time % 60].map(Self.twoDigits).joined(separator: ":")
        return "\(weekday), \(Self.twoDigits(date.day)) \(name) \(date.year) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
