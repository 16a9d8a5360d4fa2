import OrderedCollections

/// An event of the page for a view or component (TheClientsRules.md, "What an event carries").
public struct EventPush: Equatable, Sendable {
    package enum Value: Equatable, Sendable {
        /// The value of every event but those of forms.
        case json(JSONValue)
        /// A form's fields in the form `application/x-www-form-urlencoded`.
        case form(String)
    }

    /// `click`, `keydown`, `keyup`, `focus`, `blur`, `form`, `hook`, `js`, `remove`, or none.
    package var type: String?
    package var event: String
    package var value: Value
    /// What a form adds to its fields: `_target` and the `phx-value-*` of the form.
    package var meta: OrderedDictionary<String, JSONValue>?
    /// The files chosen in a form, by upload reference; of changes only.
    package var uploads: OrderedDictionary<String, [UploadEntry]>?
    /// The component that is meant; none for the view itself.
    package var component: Int?

    package init(
        type: String?,
        event: String,
        value: Value = .json([:]),
        meta: OrderedDictionary<String, JSONValue>? = nil,
        uploads: OrderedDictionary<String, [UploadEntry]>? = nil,
        component: Int? = nil
    ) {
        self.type = type
        self.event = event
        self.value = value
        self.meta = meta
        self.uploads = uploads
        self.component = component
    }
}
