/// What style sheets can say. Each property is described once, by a row of these tables: its names in CSS, how its value is
/// read, its place in the computed style, which holds its initial value, and whether children inherit it.
struct StyleProperty: Sendable {
    let names: [String]
    /// Whether upper and lower case differ in its values.
    var keepsCase = false
    /// The declarations that a value means; none for what the property does not know.
    let read: @Sendable (String) -> [Declaration]
    /// Hands the value on from an element to a child; nil for a property that is not inherited.
    var inherit: (@Sendable (_ parent: ComputedStyle, _ child: inout ComputedStyle) -> Void)?

    /// The declarations that `name: value` of a style sheet means; what is unknown sets nothing.
    static func declarations(_ name: String, _ value: String) -> [Declaration] {
        guard let property = byName[name] else { return [] }
        return property.read(property.keepsCase ? value : value.lowercased())
    }

    static let all: [StyleProperty] = textRows + boxRows + sizeRows + sideRows + flexibleRows

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
        _ names: String..., at place: Declaration.Place<Value>, inherits: Bool = false,
        read: @escaping @Sendable (String) -> Value?
    ) -> StyleProperty {
        var property = StyleProperty(names: names) { text in read(text).map { [.set(place, $0)] } ?? [] }
        if inherits { property.inherit = Self.handing(on: place) }
        return property
    }

    /// What is inherited and set by others than a property of its own.
    static func inherited<Value>(_ place: Declaration.Place<Value>) -> StyleProperty {
        StyleProperty(names: [], read: { _ in [] }, inherit: handing(on: place))
    }

    /// A name that sets several properties.
    static func shorthand(
        _ names: String..., read: @escaping @Sendable (String) -> [Declaration]
    ) -> StyleProperty {
        StyleProperty(names: names, read: read)
    }

    private static func handing<Value>(
        on place: Declaration.Place<Value>
    ) -> @Sendable (ComputedStyle, inout ComputedStyle) -> Void {
        { parent, child in child[keyPath: place] = parent[keyPath: place] }
    }
}
