import LiveProtocol

/// What only the client of a page knows, so that another client can go on with it: where a person was, and what they typed.
package struct PageState: Hashable, Sendable {
    /// A form control, found again by its names on another rendering of the page.
    package struct Place: Hashable, Sendable {
        package var id: String?
        package var form: String?
        package var name: String?
        /// Among the controls of the same form and name, or among all that can have the focus where there is no name.
        package var index: Int
    }

    /// What was done to one control.
    package struct Field: Hashable, Sendable {
        package var place: Place
        package var value: String?
        package var isChecked: Bool?
        /// The values of the chosen options of a select.
        package var options: [String]?
        package var isUsed: Bool
    }

    /// The addresses of the history.
    package var addresses: [String]
    /// Which of them is the present one.
    package var position: Int
    package var fields: [Field] = []
    package var focus: Place?
    /// In the focused field, in grapheme clusters.
    package var selection: Range<Int>?
    package var scrollRow = 0

    package init(addresses: [String], position: Int) {
        self.addresses = addresses
        self.position = position
    }

    package var address: String? { addresses.indices.contains(position) ? addresses[position] : nil }
}

// MARK: - As text

extension PageState {
    package var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("addresses", .array(addresses.map { .string($0) })), ("position", .integer(position)),
            ("fields", .array(fields.map(\.json))), ("scrollRow", .integer(scrollRow)),
        ]
        if let focus { members.append(("focus", focus.json)) }
        if let selection {
            members.append(("selection", .array([.integer(selection.lowerBound), .integer(selection.upperBound)])))
        }
        return .object(members)
    }

    /// - Returns: Nil for what `json` does not give.
    package init?(json: JSONValue) {
        guard let addresses = json["addresses"]?.strings, let position = json["position"]?.integer,
            addresses.indices.contains(position)
        else { return nil }
        self.init(addresses: addresses, position: position)
        fields = json["fields"]?.items.compactMap(Field.init) ?? []
        focus = json["focus"].flatMap(Place.init)
        scrollRow = json["scrollRow"]?.integer ?? 0
        if let ends = json["selection"]?.items.compactMap(\.integer), ends.count == 2, 0 <= ends[0], ends[0] <= ends[1]
        {
            selection = ends[0]..<ends[1]
        }
    }
}

extension PageState.Place {
    fileprivate var json: JSONValue {
        var members: [(String, JSONValue)] = [("index", .integer(index))]
        for (key, value) in [("id", id), ("form", form), ("name", name)] {
            if let value { members.append((key, .string(value))) }
        }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let index = json["index"]?.integer, index >= 0 else { return nil }
        self.init(id: json["id"]?.string, form: json["form"]?.string, name: json["name"]?.string, index: index)
    }
}

extension PageState.Field {
    fileprivate var json: JSONValue {
        var members: [(String, JSONValue)] = [("place", place.json), ("isUsed", .bool(isUsed))]
        if let value { members.append(("value", .string(value))) }
        if let isChecked { members.append(("isChecked", .bool(isChecked))) }
        if let options { members.append(("options", .array(options.map { .string($0) }))) }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let place = json["place"].flatMap(PageState.Place.init) else { return nil }
        self.init(
            place: place, value: json["value"]?.string,
            isChecked: json["isChecked"] == .bool(true)
                ? true
                : json["isChecked"] == .bool(false) ? false : nil,
            options: json["options"]?.strings, isUsed: json["isUsed"] == .bool(true))
    }
}

extension JSONValue {
    fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(.init(members) { $1 })
    }

    fileprivate var items: [JSONValue] {
        if case .array(let items) = self { items } else { [] }
    }

    fileprivate var strings: [String]? {
        guard case .array(let items) = self else { return nil }
        let strings = items.compactMap(\.string)
        return strings.count == items.count ? strings : nil
    }

    fileprivate var integer: Int? {
        if case .integer(let number) = self { Int(number) } else { nil }
    }
}
