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
