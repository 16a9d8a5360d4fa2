import Basics

/// Moments as ISO 8601 writes them: `2026-01-31`, `2026-01-31T09:30`, `2026-01-31T09:30:15.25+02:00`.
///
/// Those are what inputs of the types `date` and `datetime-local` send, and what other programs write. A text without a
/// zone is read in UTC; one without a time is the beginning of its day.
enum ISODate {
    private static let secondsOfDay = 86_400
    /// From 0000-01-01 to 9999-12-31, all that four digits can say; milliseconds since 1970.
    private static let writable = -62_167_219_200_000.0...253_402_300_799_999.0

    /// Reads a moment as seconds since 1970-01-01T00:00:00Z; nil for a text that is none.
    static func seconds(in text: String) -> Double? {
        var reader = ISODateReader(text)
        return reader.moment()
    }

    /// Writes a moment in UTC, to the millisecond; one of a year that four digits cannot say as the nearest that they can.
    static func text(seconds: Double) -> String {
        let milliseconds = (seconds * 1000).rounded()
        guard !milliseconds.isNaN else { return text(seconds: 0) }
        let moment = Int(min(max(milliseconds, writable.lowerBound), writable.upperBound))
        let second = CivilDate.floored(moment, by: 1000)
        let day = CivilDate.floored(second, by: secondsOfDay)
        let (date, time, fraction) = (
            CivilDate(daysSinceEpoch: day), second - day * secondsOfDay, moment - second * 1000
        )
        let clock = [time / 3600, time / 60 % 60, time % 60].map { digits($0, 2) }.joined(separator: ":")
        let rest = fraction == 0 ? "" : "." + digits(fraction, 3)
        return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))T\(clock)\(rest)Z"
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

/// Reads one moment from the bytes of its text.
private struct ISODateReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    mutating func moment() -> Double? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.isReal else { return nil }
        let start = Double(date.daysSinceEpoch) * 86_400
        if rest.isEmpty { return start }
        guard take("T") || take("t") || take(" "), let time = time(), let offset = offset(), rest.isEmpty else {
            return nil
        }
        return start + time - offset
    }

    private mutating func time() -> Double? {
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else { return nil }
        let time = Double(hour * 3600 + minute * 60)
        guard take(":") else { return time }
        guard let second = number(2), second < 60 else { return nil }
        guard take(".") || take(",") else { return time + Double(second) }
        let digits = rest.prefix { $0.isASCIIDigit }
        rest = rest.dropFirst(digits.count)
        return Double("\(second).\(Substring(digits))").flatMap { digits.isEmpty ? nil : time + $0 }
    }

    /// How far the zone is ahead of UTC, in seconds; none is UTC.
    private mutating func offset() -> Double? {
        if rest.isEmpty || take("Z") || take("z") { return 0 }
        let isAhead = take("+")
        guard isAhead || take("-"), let hours = number(2), hours < 24 else { return nil }
        var minutes = 0
        if take(":") || !rest.isEmpty {
            guard let number = number(2), number < 60 else { return nil }
            minutes = number
        }
        return Double((isAhead ? 1 : -1) * (hours * 3600 + minutes * 60))
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
