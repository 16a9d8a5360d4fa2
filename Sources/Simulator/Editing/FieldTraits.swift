import HTMLTree

/// What kind of text a field takes.
package struct FieldTraits: Hashable, Sendable {
    /// Whether the text may have several lines.
    package var isMultiline: Bool
    /// How many UTF-16 code units a person may make the text long, as HTML counts them; nil for no limit.
    package var maximumLength: Int?
    /// Whether the caret moves but the text stays.
    package var isReadOnly: Bool

    package init(isMultiline: Bool = false, maximumLength: Int? = nil, isReadOnly: Bool = false) {
        self.isMultiline = isMultiline
        self.maximumLength = maximumLength
        self.isReadOnly = isReadOnly
    }

    /// What of a typed or pasted text a field takes: line ends as `\n`, or as a blank where there is one line only, and no
    /// other control characters (tabs stay in fields of several lines).
    func accepted(_ text: some StringProtocol) -> [Character] {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": kept.append(isMultiline ? "\n" : " ")
            case "\n": if previous != "\r" { kept.append(isMultiline ? "\n" : " ") }
            case "\t": kept.append(isMultiline ? "\t" : " ")
            default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
            }
            previous = scalar
        }
        return Array(String(kept))
    }
}

extension FieldTraits {
    /// The traits of a text control.
    init(of field: NodeID, in document: Document) {
        let kind = document.controlKind(of: field)
        let limit = document.attribute("maxlength", of: field).flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
        self.init(
            isMultiline: kind == .textarea, maximumLength: kind?.hasLengthLimit == true ? limit : nil,
            isReadOnly: !document.isEditable(field))
    }
}

extension ControlKind {
    /// Whether `maxlength` applies (WHATWG 4.10.5.3.1).
    fileprivate var hasLengthLimit: Bool {
        switch self {
        case .textarea: true
        case .text(let kind):
            switch kind {
            case .text, .search, .tel, .url, .email, .password: true
            case .number, .date, .month, .week, .time, .dateTimeLocal: false
            }
        case .checkbox, .radio, .select, .button, .image, .hidden, .file, .range, .color, .output: false
        }
    }
}
