import Markup

/// The fields of a group within a form, or of one entry of a repeated group.
public struct FormGroup<Model: FormModel>: Sendable {
    let form: Form<Model>
    let path: String
    /// The entry's name within its group, which it keeps wherever it moves; empty for a group that is not repeated.
    public let key: String

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
