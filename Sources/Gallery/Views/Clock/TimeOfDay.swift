/// Hours, minutes and seconds of a day in UTC.
struct TimeOfDay: Encodable, Sendable, Equatable {
    var hours = 0
    var minutes = 0
    var seconds = 0

    init() {}

    /// - Parameter date: The time since 1970-01-01T00:00:00Z.
    init(_ date: Duration) {
        let secondOfDay = Int(date.components.seconds % 86_400)
        hours = secondOfDay / 3600
        minutes = secondOfDay / 60 % 60
        seconds = secondOfDay % 60
    }
}

extension TimeOfDay: CustomStringConvertible {
    var description: String {
        [hours, minutes, seconds].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
