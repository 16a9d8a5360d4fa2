/// The fields of a group within a form, or of one entry of a repeated group.
public struct FormGroup<Model: FormModel>: Sendable {
    let form: Form<Model>
    let path: String
    /// The entry's name within its group, which it keeps wherever it moves; empty for a group that is not repeated.
    public let key: String

    public subscript(field: String) -> FormField { form[FormTree.joined(path, field)] }

    /// The entries of a repeated group within this one.
    public func entries(_ group: String) -> [FormGroup<Model>] { form.entries(FormTree.joined(path, group)) }
}
