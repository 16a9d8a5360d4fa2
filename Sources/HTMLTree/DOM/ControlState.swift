/// What a person did to one form control, kept apart from what the markup says.
struct ControlState: Hashable, Sendable {
    /// The text as typed; nil as long as the markup's value counts.
    var value: String?
    /// Whether a check box or radio is ticked, or an option chosen; nil as long as the markup counts.
    var isChecked: Bool?
    /// The selection in a text control, as offsets in grapheme clusters; the caret is the end.
    var selection: Range<Int>?
    /// What is chosen in a file input.
    var files: [ChosenFile] = []
    /// How far a date or time is entered.
    var dateEntry: DateEntry?
    /// Whether a person has been through with the control once, so that what is wrong with it may be told.
    var isUsed = false
}

/// A file that is chosen in a file input, as far as a person sees it.
package struct ChosenFile: Hashable, Sendable {
    package var name: String
    /// In bytes.
    package var size: Int

    package init(name: String, size: Int) {
        self.name = name
        self.size = size
    }

    /// The size in words: `3 B`, `12 kB`, `1.5 MB`.
    package var sizeText: String {
        var number = size
        var rest = 0
        var units = ["B", "kB", "MB", "GB", "TB"][...]
        while number >= 1000, units.count > 1 {
            rest = number % 1000
            number /= 1000
            units = units.dropFirst()
        }
        let fraction = number < 10 && rest >= 100 ? ".\(rest / 100)" : ""
        return "\(number)\(fraction) \(units.first ?? "B")"
    }
}
