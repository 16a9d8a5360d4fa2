/// The kinds of form controls (WHATWG 4.10).
public enum ControlKind: Hashable, Sendable {
    case text(TextInputKind)
    case textarea
    case checkbox
    case radio
    case select(isMultiple: Bool)
    case button(ButtonKind)
    /// A submit button that is a picture.
    case image
    case hidden
    case file
    case range
    case color
    case output

    /// Whether a person types text into it.
    public var isTextEntry: Bool {
        switch self {
        case .text, .textarea: true
        case .checkbox, .radio, .select, .button, .image, .hidden, .file, .range, .color, .output: false
        }
    }

    /// Whether it submits its form.
    public var isSubmitButton: Bool {
        switch self {
        case .button(.submit), .image: true
        case .button(.reset), .button(.button), .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range,
            .color, .output:
            false
        }
    }

    /// Whether it is a button of any kind.
    public var isButton: Bool {
        switch self {
        case .button, .image: true
        case .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range, .color, .output: false
        }
    }
}
