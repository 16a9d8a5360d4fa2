/// A short key label that is drawn on an element, so that people see which key works it.
public enum Mark: Hashable, Sendable {
    /// Drawn into the top border of a flash banner, near its right end.
    case banner(String)
    /// Drawn reversed over the element's first cells.
    case hint(String)
}
