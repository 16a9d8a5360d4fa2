extension TextInputKind {
    /// The number that stands for a text of this kind, by which `min`, `max` and `step` compare; nil when the text is not
    /// of this kind, or the kind has no numbers.
    func number(_ text: String) -> Double? {
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

    /// Whether its text has to be a number or a date.
    var isNumeric: Bool {
        switch self {
        case .number, .date, .month, .week, .time, .dateTimeLocal: true
        case .text, .search, .tel, .url, .email, .password: false
        }
    }

    /// Whether a text is something that a field of this kind can hold; if not, the field counts as empty.
    package func accepts(_ text: String) -> Bool { !isNumeric || text.isEmpty || number(text) != nil }

    /// How far apart allowed values are: what a step of 1 stands for, and the step unless `step` says otherwise.
    var stepScale: (unit: Double, standard: Double) {
        switch self {
        case .number, .month: (1, 1)
        case .date: (Double(HTMLDate.millisecondsADay), 1)
        case .week: (Double(7 * HTMLDate.millisecondsADay), 1)
        case .time, .dateTimeLocal: (1000, 60)
        case .text, .search, .tel, .url, .email, .password: (1, 1)
        }
    }

    /// From where steps count when neither `min` nor `value` says it; weeks count from a Monday.
    var stepBase: Double { self == .week ? Double(-3 * HTMLDate.millisecondsADay) : 0 }
}
