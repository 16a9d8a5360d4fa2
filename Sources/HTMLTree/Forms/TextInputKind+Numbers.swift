extension TextInputKind {
    /// The number that stands for a text of this kind, by which `min`, `max` and `step` compare; nil when the text is not
    /// of this kind, or the kind has no numbers.
    package func number(_ text: String) -> Double? {
        switch self {
        case .number: HTMLNumber.parse(text)
        case .date: HTMLDate.day(text).map { Double($0 * HTMLDate.millisecondsADay) }
        case .month: HTMLDate.month(text).map(Double.init)
        case .week: HTMLDate.week(text).map { Double($0 * HTMLDate.millisecondsADay) }
        case .time: HTMLDate.time(text).map(Double.init)
        case .dateTimeLocal: HTMLDate.dateAndTime(text).map(Double.init)
        case .text, .search, .tel, .url, .email, .password: nil
        }
    }

    /// The text of a date or time that a number stands for; nil where there is none, and for other kinds.
    package func text(ofDate number: Double) -> String? {
        Int(exactly: number.rounded()).flatMap { HTMLDate.text($0, kind: self) }
    }

    /// Whether it is a date or a time, which is entered part by part.
    package var isDateOrTime: Bool { isNumeric && self != .number }

    /// Whether its text has to be a number or a date.
    package var isNumeric: Bool {
        switch self {
        case .number, .date, .month, .week, .time, .dateTimeLocal: true
        case .text, .search, .tel, .url, .email, .password: false
        }
    }

    /// Whether a text is something that a field of this kind can hold; if not, the field counts as empty.
    package func accepts(_ text: String) -> Bool { !isNumeric || text.isEmpty || number(text) != nil }

    /// How far apart allowed values are: what a step of 1 stands for, and the step unless `step` says otherwise.
    package var stepScale: (unit: Double, standard: Double) {
        switch self {
        case .number, .month: (1, 1)
        case .date: (Double(HTMLDate.millisecondsADay), 1)
        case .week: (Double(7 * HTMLDate.millisecondsADay), 1)
        case .time, .dateTimeLocal: (1000, 60)
        case .text, .search, .tel, .url, .email, .password: (1, 1)
        }
    }

    /// From where steps count when neither `min` nor `value` says it; weeks count from a Monday.
    package var stepBase: Double { self == .week ? Double(-3 * HTMLDate.millisecondsADay) : 0 }
}
