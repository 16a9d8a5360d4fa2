/// Something of a page that does something when a person does something, the same for all elements that have it alike.
package struct PageBinding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// An attribute that names an event, or lists commands.
        case event(attribute: String)
        /// A hook that listens, or may push.
        case hook
        /// A link by which a page goes elsewhere without being loaded anew; what `data-phx-link` says.
        case link(String)
    }

    package let kind: Kind
    /// The path of the page, as it was when its view was joined.
    package let path: String
    /// The name of the element.
    package let element: String
    /// An event's name, the text of commands, a hook's name, or an address.
    package let value: String
}
