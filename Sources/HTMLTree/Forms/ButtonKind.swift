/// What a button does in its form.
public enum ButtonKind: String, Hashable, Sendable {
    case submit, reset, button
}
