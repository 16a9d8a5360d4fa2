import HTMLTree

/// What the cascade decided about one element, for people: values that are not as they start, each with where it comes from.
package struct StyleReport: Sendable {
    /// One property with a value of its own.
    package struct Entry: Hashable, Sendable {
        package let property: String
        package let value: String
        package let origin: StyleOrigin
    }

    package let entries: [Entry]
    /// Nil for an element that takes no room.
    package let box: BoxSizes?
    /// What is said of the element and means nothing here.
    package let ignored: [IgnoredDeclaration]
}

/// Where the value of a property comes from.
package enum StyleOrigin: Hashable, Sendable {
    /// The terminal's own sheet.
    case terminal(selector: String)
    /// That the element is a banner or an alert.
    case message
    case utility(className: String)
    /// An attribute that says something about looks, as `align`.
    case attribute(name: String)
    /// One of the page's style sheets, which count from 0 in document order; lines count from 1.
    case sheet(Int, line: Int, selector: String, isImportant: Bool)
    case styleAttribute(isImportant: Bool)
    /// The nearest element around that was told of it.
    case inherited(from: NodeID)
    /// A colour that was changed so that the text can be read.
    case readability
}

/// The room that an element takes, in cells.
package struct BoxSizes: Hashable, Sendable {
    /// The box with its border, on the page; of an inline element that is broken over lines, what is around all parts.
    package let place: Rect
    /// Nil on a side where what is left decides.
    package let margin: Edges<Int?>
    package let border: Edges<Int>
    package let padding: Edges<Int>

    /// What is left for the content.
    package var content: Size {
        Size(
            columns: max(0, place.size.columns - border.horizontal - padding.horizontal),
            rows: max(0, place.size.rows - border.vertical - padding.vertical))
    }
}
