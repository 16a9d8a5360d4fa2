import HTMLTree

/// What has the focus, as far as keys care.
enum FocusKind: Hashable {
    /// The page as a whole.
    case page
    case textField(TextInputKind)
    /// A date or time, which is entered part by part.
    case dateField
    case textArea
    case select
    case radio
    case checkbox
    case slider
    /// A button, or what else a browser presses at Enter and space.
    case button
    case link
    /// An input that asks for files at Enter and space.
    case file
    case other

    init(of node: NodeID?, in document: Document) {
        guard let node, document.isAlive(node) else {
            self = .page
            return
        }
        switch document.controlKind(of: node) {
        case .text(let kind): self = kind.isDateOrTime ? .dateField : .textField(kind)
        case .textarea: self = .textArea
        case .select: self = .select
        case .radio: self = .radio
        case .checkbox: self = .checkbox
        case .range: self = .slider
        case .button, .image, .color: self = .button
        case .file: self = .file
        case .hidden, .output: self = .other
        case nil:
            if document.isLink(node) {
                self = .link
            } else {
                self = document.isElement(node) && document.name(of: node) == "summary" ? .button : .other
            }
        }
    }

    /// Whether the text of a field takes what is typed.
    var isText: Bool {
        switch self {
        case .textField, .textArea: true
        case .page, .dateField, .select, .radio, .checkbox, .slider, .button, .link, .file, .other: false
        }
    }

    /// Whether printable keys belong to it: a text field writes them, a date takes digits, a select looks for the option
    /// that starts so.
    var takesPrintableKeys: Bool { isText || self == .dateField || self == .select }
}
