import Basics

/// What style sheets can say. Each property is described once, by a row of these tables: its names in CSS, how its value is
/// read, its place in the computed style, which holds its initial value, and whether children inherit it.
struct StyleProperty: Sendable {
    /// Hands values on from one style to another.
    typealias Copy = @Sendable (_ from: ComputedStyle, _ to: inout ComputedStyle) -> Void

    let names: [String]
    /// Whether upper and lower case differ in its values.
    var keepsCase = false
    /// The declarations that a value means; none for what the property does not know.
    let read: @Sendable (String) -> [Declaration]
    /// Hands the value on from an element to a child; nil for a property that is not inherited.
    var inherit: Copy?
    /// Takes the value of another style, for `inherit`, `initial` and their like.
    var copy: Copy?

    /// The declarations that `name: value` of a style sheet means; what is unknown sets nothing.
    static func declarations(_ name: String, _ value: String) -> [Declaration] {
        if name.hasPrefix("--") { return [Declaration(.custom(name: name, text: value))] }
        guard let property = byName[name] else { return [] }
        if VariableResolver.isNeeded(by: value) { return [Declaration(.substitution(property: name, text: value))] }
        let lowercased = ASCIIText.lowercased(value)
        if let keyword = GlobalKeyword(rawValue: lowercased) {
            return property.copy == nil ? [] : [Declaration(.keyword(property: name, keyword))]
        }
        return property.read(property.keepsCase ? value : lowercased)
    }

    /// The property of a name; nil for one that is not known.
    static func named(_ name: String) -> StyleProperty? { byName[name] }

    static let all: [StyleProperty] = rows + [everything]

    private static let rows = textRows + boxRows + sizeRows + sideRows + flexibleRows + gridRows

    /// `all`, which takes nothing but the keywords that every property has.
    private static let everything: StyleProperty = {
        let copies = rows.compactMap(\.copy)
        return StyleProperty(
            names: ["all"], read: { _ in [] }, copy: { from, to in for copy in copies { copy(from, &to) } })
    }()

    private static let byName: [String: StyleProperty] = all.reduce(into: [:]) { byName, property in
        for name in property.names { byName[name] = property }
    }

    fileprivate static let inherited = all.compactMap(\.inherit)
}

extension ComputedStyle {
    /// The style of a child before any declaration of its own.
    var inherited: ComputedStyle {
        var style = ComputedStyle()
        for inherit in StyleProperty.inherited { inherit(self, &style) }
        return style
    }
}

// MARK: - Rows

extension StyleProperty {
    /// A property with one value.
    ///
    /// - Parameter read: The value that a text means; nil for what the property does not know.
    static func property<Value: Hashable & Sendable>(
        _ names: String..., at place: Declaration.Place<Value>, inherits: Bool = false, keepsCase: Bool = false,
        read: @escaping @Sendable (String) -> Value?
    ) -> StyleProperty {
        let copy = Self.copying(place)
        return StyleProperty(
            names: names, keepsCase: keepsCase, read: { text in read(text).map { [.set(place, $0)] } ?? [] },
            inherit: inherits ? copy : nil, copy: copy)
    }

    /// What is inherited and set by others than a property of its own.
    static func inherited<Value>(_ place: Declaration.Place<Value>) -> StyleProperty {
        StyleProperty(names: [], read: { _ in [] }, inherit: copying(place))
    }

    /// A name that sets several properties.
    ///
    /// - Parameter copy: Takes all of them from another style.
    static func shorthand(
        _ names: String..., copy: Copy? = nil, read: @escaping @Sendable (String) -> [Declaration]
    ) -> StyleProperty {
        StyleProperty(names: names, read: read, copy: copy)
    }

    static func copying<Value>(_ place: Declaration.Place<Value>) -> Copy {
        { from, to in to[keyPath: place] = from[keyPath: place] }
    }
}
