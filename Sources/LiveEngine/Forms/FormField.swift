import Markup

/// One field of a form as a page shows it.
public struct FormField: Sendable, Encodable {
    /// The control's name: `user[address][city]`.
    public let name: String
    /// The control's id: `user_address_city`.
    public let id: String
    /// The content as it was typed.
    public let value: String
    /// The contents of a field that takes several.
    public let values: [String]
    /// What is wrong with it; nothing before it was used.
    public let errors: [String]
    /// Whether the person has used it.
    public let isUsed: Bool
    /// Whether a rule that takes time has not answered yet.
    public let isPending: Bool

    /// Whether a box is ticked.
    public var isTicked: Bool { value == "true" || value == "on" }
}

/// One choice of a select or of a group of radio buttons.
public struct FormOption: Hashable, Sendable {
    /// What is sent when it is chosen.
    public let value: String
    /// What is shown.
    public let label: String

    /// Makes a choice, shown by its value unless told.
    public init(_ value: String, _ label: String? = nil) {
        self.value = value
        self.label = label ?? value
    }

    /// The cases of an enumeration, by their raw values.
    public static func all<Choices: CaseIterable & RawRepresentable>(
        of type: Choices.Type
    ) -> [FormOption] where Choices.RawValue == String {
        type.allCases.map { FormOption($0.rawValue) }
    }
}

extension FormOption: ExpressibleByStringLiteral {
    /// Makes a choice that is shown by its value.
    public init(stringLiteral value: String) { self.init(value) }
}

/// The fields of a group within a form, or of one entry of a repeated group.
public struct FormGroup<Model: FormModel>: Sendable {
    let form: Form<Model>
    let path: String
    /// The entry's name within its group, which it keeps wherever it moves; empty for a group that is not repeated.
    public let key: String

    /// A field of the group by its path within it.
    public subscript(field: String) -> FormField { form[FormTree.joined(path, field)] }

    /// A hidden control that tells the place of this entry among those of its group; it stands before the entry's fields.
    ///
    /// With one in each entry, the order of entries on the page is their order in the form.
    public var sortInput: Rendered {
        #"<input type="hidden" name="\#(arrangingName(FormTree.sortSuffix))" value="\#(key)">"#
    }

    /// A box that takes this entry out of its group when it is ticked.
    public func dropCheckbox(_ label: String) -> Rendered {
        """
        <label><input type="checkbox" name="\(arrangingName(FormTree.dropSuffix))" value="\(key)"> \(label)</label>
        """
    }

    /// The name of a control that arranges the group of this entry: `user[guests_sort][]`.
    private func arrangingName(_ suffix: String) -> String {
        var steps = path.split(separator: ".").dropLast().map(String.init)
        let group = steps.popLast() ?? ""
        return (steps + [group + suffix]).reduce(form.name) { "\($0)[\($1)]" } + "[]"
    }

    /// The entries of a repeated group within this one.
    public func entries(_ group: String) -> [FormGroup<Model>] { form.entries(FormTree.joined(path, group)) }
}
