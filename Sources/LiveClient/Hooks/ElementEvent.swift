/// What a person does to an element, as a hook can listen to it.
public enum ElementEvent: Hashable, Sendable {
    /// A field has another value.
    case input
    case click
    case focus
    case blur
}
