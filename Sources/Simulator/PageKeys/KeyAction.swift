/// An action that a person's own map of keys can name, with the keys that its table gives it.
package struct KeyAction: Hashable, Sendable {
    /// Where keys of an action count. Two actions of one place cannot have one key.
    package enum Place: Hashable, Sendable {
        /// Before everything else.
        case first
        /// Outside of text fields.
        case page
        /// While a control of a kind has the focus, or the cursor is on rows; before `page`.
        case control(String)
        /// In text fields; before `page`.
        case field

        /// Whether a key cannot mean something in both places.
        ///
        /// - Parameter isPrintable: Whether the key writes a character, which a text field has before all others.
        package func collides(with other: Place, isPrintable: Bool) -> Bool {
            switch (self, other) {
            case (.first, .field), (.field, .first): !isPrintable
            case (.first, _), (_, .first): true
            case _: self == other
            }
        }
    }

    package let name: String
    package let keys: [Key]
    package let does: String
    package let place: Place

    package init(name: String, keys: [Key], does: String, place: Place) {
        self.name = name
        self.keys = keys
        self.does = does
        self.place = place
    }
}

extension KeyAction {
    /// The actions of a page and of its text fields, in the order of their tables; each once.
    package static let ofPages: [KeyAction] = {
        var known: Set<String> = []
        let onPage = PageKeyMap.rows.filter { known.insert($0.name).inserted }.map { row in
            KeyAction(name: row.name, keys: row.keys, does: row.does, place: place(of: row))
        }
        let inFields = EditingKeys.rows.map { row in
            KeyAction(name: row.name, keys: row.keys, does: row.does, place: .field)
        }
        return onPage + inFields
    }()

    private static func place(of row: PageKeyMap.Row) -> Place {
        switch row.action {
        case .activate, .toggle, .leaveRow, .openList, .editElsewhere: .control(row.name)
        case .choose, .movePart, .pressRow, .leaveField: .control(row.kind)
        case .moveRow: row.keys.allSatisfy { $0.character == nil } ? .control("row") : .page
        case .dismissBanner, .dismissNewestBanner, .dismissAllBanners, .showHints, .focusNext, .focusPrevious,
            .returnToField, .scroll, .goBack, .goForward, .reload:
            .page
        }
    }
}

extension PageKeyMap.Row {
    /// The first word of its name, which says what has to have the focus.
    fileprivate var kind: String { String(name.prefix { $0 != "." }) }
}
