/// What a block of declarations, or a `style` attribute, sets.
struct DeclarationBlock {
    private(set) var normal: [Declaration] = []
    private(set) var important: [Declaration] = []

    var isEmpty: Bool { normal.isEmpty && important.isEmpty }

    /// Takes in `name: value`; says whether it means anything here.
    @discardableResult
    mutating func add(_ name: String, _ value: String) -> Bool {
        var value = value
        var isImportant = false
        if value.hasSuffix("important"), let mark = value.lastIndex(of: "!") {
            value = String(value[..<mark])
            while value.last?.isWhitespace == true { value.removeLast() }
            isImportant = true
        }
        let parsed = StyleProperty.declarations(name, value)
        if isImportant { important += parsed } else { normal += parsed }
        return !parsed.isEmpty
    }

    /// Forgets all but custom properties.
    mutating func keepCustomProperties() {
        func isCustom(_ declaration: Declaration) -> Bool {
            if case .custom = declaration.deferred { true } else { false }
        }
        normal.removeAll { !isCustom($0) }
        important.removeAll { !isCustom($0) }
    }
}
