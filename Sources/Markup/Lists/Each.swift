/// Makes a keyed list: one row for every element, of which an update sends the changed, moved and new ones only.
///
/// It stands in an interpolation: `\(each(users, by: \.id) { user in "<li>\(user.name)</li>" })`.
public func each<Elements: Collection, Key: Hashable>(
    _ elements: Elements, by key: (Elements.Element) -> Key, _ row: (Elements.Element) throws -> Rendered
) rethrows -> RenderedList {
    KeyedRows(keys: ContiguousArray(elements.map(key)), rows: ContiguousArray(try elements.map(row)))
}

/// Makes a keyed list that renders a row anew only when its element is not equal to what it was.
///
/// - Parameter row: Must read nothing that changes but its element; give what else it reads as `given`.
public func each<Elements: Collection, Key: Hashable>(
    memoizing elements: Elements, by key: (Elements.Element) -> Key,
    _ row: @escaping (Elements.Element) -> Rendered
) -> RenderedList where Elements.Element: Equatable {
    each(memoizing: elements, by: key, given: true) { element, _ in row(element) }
}

/// Makes a keyed list that renders a row anew only when its element, or what all rows are given, is not what it was.
///
/// - Parameters:
///   - given: What rows read beside their element; when it changes, all are rendered anew.
///   - row: Must read nothing that changes but its two parameters.
public func each<Elements: Collection, Key: Hashable, Given: Equatable>(
    memoizing elements: Elements, by key: (Elements.Element) -> Key, given: Given,
    _ row: @escaping (Elements.Element, Given) -> Rendered
) -> RenderedList where Elements.Element: Equatable {
    MemoizedRows(
        values: Array(elements), keys: ContiguousArray(elements.map(key)), given: given, render: row)
}

/// Makes a list of rows for a live list, of which an update renders and sends the changed ones only, and looks at no other.
///
/// `\(each(context.users) { user in "<li>\(user.name)</li>" })`
///
/// - Parameter row: Must read nothing that changes but its element; give what else it reads as `given`.
@inlinable
public func each<Element: Identifiable & Equatable>(
    _ list: LiveList<Element>, _ row: @escaping (Element) -> Rendered
) -> RenderedList {
    each(list, given: true) { element, _ in row(element) }
}

/// Makes a list of rows for a live list, which are all rendered anew when what they are given is not what it was.
///
/// - Parameters:
///   - given: What rows read beside their element.
///   - row: Must read nothing that changes but its two parameters.
@inlinable
public func each<Element: Identifiable & Equatable, Given: Equatable>(
    _ list: LiveList<Element>, given: Given, _ row: @escaping (Element, Given) -> Rendered
) -> RenderedList {
    // Handed over from here, where the compiler knows the type of the elements and makes code for it.
    rows(of: list, given: given, comparison: { changedPlaces(from: $0, to: $1) }, row)
}

@usableFromInline
func rows<Element: Identifiable & Equatable, Given: Equatable>(
    of list: LiveList<Element>, given: Given, comparison: @escaping ElementComparison<Element>,
    _ row: @escaping (Element, Given) -> Rendered
) -> RenderedList {
    LiveRows(list, given: given, comparison: comparison, render: row)
}

/// Gives the places of the elements that are not what they were; nil when elements have come, gone or moved.
@usableFromInline
typealias ElementComparison<Element> = (_ old: ContiguousArray<Element>, _ new: ContiguousArray<Element>) -> [Int]?

@inlinable
func changedPlaces<Element: Identifiable & Equatable>(
    from old: ContiguousArray<Element>, to new: ContiguousArray<Element>
) -> [Int]? {
    guard old.count == new.count else { return nil }
    var places: [Int] = []
    for place in old.indices {
        guard old[place].id == new[place].id else { return nil }
        if old[place] != new[place] { places.append(place) }
    }
    return places
}
