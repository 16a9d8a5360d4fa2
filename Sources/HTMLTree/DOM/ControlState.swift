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
}
