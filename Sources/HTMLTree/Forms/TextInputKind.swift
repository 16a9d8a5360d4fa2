/// The kinds of `input` into which a person types text.
public enum TextInputKind: String, Hashable, Sendable {
    case text, search, tel, url, email, password, number, date, month, week, time
    case dateTimeLocal = "datetime-local"
}
