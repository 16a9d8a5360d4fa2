import Basics
import HTMLTree
import TextLayout

/// Reads the short texts that have a form of their own: sizes, durations, moments.
enum ScenarioTexts {
    /// `80x24`, each side from 1 to 1000.
    static func size(_ text: String) -> Size? {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { side in
            side.utf8.allSatisfy(\.isASCIIDigit) ? Int(side) : nil
        }
        guard sides.count == 2, let columns = sides[0], let rows = sides[1], (1...1000).contains(columns),
            (1...1000).contains(rows)
        else { return nil }
        return Size(columns: columns, rows: rows)
    }

    /// `300ms`, `1.5s`, `2m`, `1h`; up to 1,000 days.
    static func duration(_ text: String) -> Duration? {
        let unit = text.suffix(from: text.firstIndex(where: \.isLetter) ?? text.endIndex)
        guard let number = HTMLNumber.parse(String(text.dropLast(unit.count))), number >= 0 else { return nil }
        let seconds: Double
        switch unit {
        case "ms": seconds = number / 1000
        case "s": seconds = number
        case "m": seconds = number * 60
        case "h": seconds = number * 3600
        case _: return nil
        }
        return seconds <= 86_400_000 ? .microseconds((seconds * 1_000_000).rounded()) : nil
    }

    /// How a duration is written.
    static func text(of duration: Duration) -> String {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        if seconds < 1 { return "\(Int((seconds * 1000).rounded()))ms" }
        return seconds == seconds.rounded() ? "\(Int(seconds))s" : "\((seconds * 1000).rounded() / 1000)s"
    }

    /// `real`, or a moment.
    static func clock(_ text: String) -> CaseClock? {
        text == "real" ? .real : moment(text).map { .virtual(start: $0) }
    }

    /// `2026-01-01T00:00:00Z` or `2026-01-01`, as the time since 1970; years from 1970 to 9999.
    static func moment(_ text: String) -> Duration? {
        guard
            let match = text.wholeMatch(
                of: #/([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?Z)?/#),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return nil }
        let (hour, minute, second) = (number(match.4), number(match.5), number(match.6))
        let date = CivilDate(year: year, month: month, day: day)
        guard year >= 1970, date.isReal, hour < 24, minute < 60, second < 60 else { return nil }
        return .seconds(((date.daysSinceEpoch * 24 + hour) * 60 + minute) * 60 + second)
    }

    /// How a moment is written: `2026-01-01T00:00:00Z`.
    static func text(ofMoment time: Duration) -> String {
        let seconds = Int(time.components.seconds)
        let days = CivilDate.floored(seconds, by: 86_400)
        let date = CivilDate(daysSinceEpoch: days)
        let rest = seconds - days * 86_400
        func padded(_ number: Int, _ count: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))"
            + "T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    private static func number(_ text: Substring?) -> Int { text.flatMap { Int($0) } ?? 0 }
}
