extension TemplateValue {
    /// Whether two values are equal, as Python has it: numbers by value, text by scalars, collections by their members.
    func isEqual(to other: TemplateValue) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): true
        case (.string(let left), .string(let right)), (.markup(let left), .markup(let right)),
            (.string(let left), .markup(let right)), (.markup(let left), .string(let right)):
            TemplateText.isSame(left, right)
        case (.integer(let left), .integer(let right)): left == right
        case (.list(let left), .list(let right)):
            left === right
                || (left.isTuple == right.isTuple && left.count == right.count
                    && (0..<left.count).allSatisfy { left[$0].isEqual(to: right[$0]) })
        case (.map(let left), .map(let right)):
            left === right
                || (left.count == right.count
                    && (0..<left.count).allSatisfy { index in
                        right.value(for: left.key(at: index))?.isEqual(to: left.value(at: index)) ?? false
                    })
        case (.object(let left), .object(let right)): left === right
        default:
            // A boolean is a number too.
            if let left = double, let right = other.double { left == right } else { false }
        }
    }

    /// Whether it is less than another, for values of one kind.
    func isLess(than other: TemplateValue, operation: String = "\"<\"", at offset: Int) throws(TemplateError) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.string(let left), .string(let right)), (.markup(let left), .markup(let right)),
            (.string(let left), .markup(let right)), (.markup(let left), .string(let right)):
            return TemplateText.precedes(left, right)
        case (.list(let left), .list(let right)) where left.isTuple == right.isTuple:
            for index in 0..<min(left.count, right.count) where !left[index].isEqual(to: right[index]) {
                return try left[index].isLess(than: right[index], operation: operation, at: offset)
            }
            return left.count < right.count
        default:
            if let left = double, let right = other.double { return left < right }
            throw .unsupported(operation, self, other, at: offset)
        }
    }

    /// Whether a collection or a text contains another value.
    func contains(_ element: TemplateValue, at offset: Int) throws(TemplateError) -> Bool {
        switch self {
        case .undefined: return false
        case .string(let text), .markup(let text):
            guard let part = element.string else { throw .unsupported("\"in\"", element, self, at: offset) }
            return part.isEmpty || TemplateText.split(text, by: part, limit: 1).count > 1
        case .list(let list): return (0..<list.count).contains { list[$0].isEqual(to: element) }
        case .map(let map): return map.value(for: element) != nil
        case .none, .bool, .integer, .number, .object:
            throw .unsupported("\"in\"", element, self, at: offset)
        }
    }
}

extension TemplateError {
    /// The error of an operation between values that do not go together; an undefined one is named.
    static func unsupported(
        _ operation: String, _ left: TemplateValue, _ right: TemplateValue? = nil, at offset: Int
    ) -> TemplateError {
        if case .undefined(let name) = left { return TemplateError(.undefined(name), at: offset) }
        if case .undefined(let name)? = right { return TemplateError(.undefined(name), at: offset) }
        return TemplateError(
            .unsupportedOperand(operation: operation, left: left.typeName, right: right?.typeName), at: offset)
    }
}
