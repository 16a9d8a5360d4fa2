/// A style while declarations are put into it, the last of which is the strongest.
struct StyleApplication {
    private(set) var style: ComputedStyle
    /// The style before anything that the page itself says, for `revert`.
    var base: ComputedStyle
    private let variables: VariableTable
    /// The style of an element that nothing is said of.
    private let inherited: ComputedStyle
    private let parent: ComputedStyle
    private var resolver: VariableResolver

    /// - Parameters:
    ///   - inherited: The style of an element that nothing is said of.
    ///   - parent: The style of what is around.
    ///   - variables: Those of the page.
    init(inherited: ComputedStyle, parent: ComputedStyle, variables: VariableTable) {
        self.inherited = inherited
        style = inherited
        base = inherited
        self.parent = parent
        self.variables = variables
        resolver = VariableResolver(inherited: parent.variables, declared: [:])
    }

    /// Takes the custom properties that some of the declarations set.
    mutating func declareVariables(_ declarations: [Declaration]) {
        var declared: [String: String] = [:]
        for declaration in declarations {
            if case .custom(let name, let text) = declaration.deferred { declared[name] = text }
        }
        guard !declared.isEmpty else { return }
        resolver = VariableResolver(inherited: parent.variables, declared: declared)
        if let properties = resolver.properties() {
            style.variables = variables.intern(properties) ?? parent.variables
        } else {
            style.variables = nil
        }
        base.variables = style.variables
    }

    /// Goes on from another style, with the same variables.
    mutating func restart(from other: ComputedStyle) {
        let variables = style.variables
        style = other
        style.variables = variables
    }

    mutating func apply(_ declarations: [Declaration]) {
        for declaration in declarations {
            switch declaration.deferred {
            case nil: declaration.apply(to: &style)
            case .custom: break
            case .substitution(let property, let text): apply(property, text)
            case .keyword(let property, let keyword): apply(property, keyword)
            }
        }
    }

    /// Sets a property to a value once its variables are known; where one is not, the property stays as it is.
    private mutating func apply(_ property: String, _ text: String) {
        guard let value = resolver.resolve(text), !VariableResolver.isNeeded(by: value) else { return }
        for declaration in StyleProperty.declarations(property, value) {
            if case .keyword(let property, let keyword) = declaration.deferred {
                apply(property, keyword)
            } else {
                declaration.apply(to: &style)
            }
        }
    }

    private mutating func apply(_ name: String, _ keyword: GlobalKeyword) {
        guard let property = StyleProperty.named(name), let copy = property.copy else { return }
        let known = style.variables
        switch keyword {
        case .inherit: copy(parent, &style)
        case .initial: copy(ComputedStyle(), &style)
        case .unset: copy(inherited, &style)
        case .revert, .revertLayer: copy(base, &style)
        }
        // `all` leaves custom properties alone.
        style.variables = known
    }
}
