extension TemplateValue {
    /// How deep collections that are compared, or written as text, may be nested.
    static let nestingLimit = 200

    /// Whether two values are equal, as Python has it: numbers by value, text by scalars, collections by their members.
    func isEqual(
        to other: TemplateValue, _ run: TemplateRun, at offset: Int, depth: Int = 0
    ) throws(TemplateError) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): return true
        case (.string(let left), .string(let right)), (.markup(let left), .markup(let right)),
            (.string(let left), .markup(let right)), (.markup(let left), .string(let right)):
            return TemplateText.isSame(left, right)
        case (.integer(let left), .integer(let right)): return left == right
        case (.list(let left), .list(let right)):
            if left === right { return true }
            guard left.isTuple == right.isTuple, left.count == right.count,
                (left is RangeList) == (right is RangeList)
            else { return false }
            try Self.checkNesting(depth, at: offset)
            try run.look(through: left.count, at: offset)
            for index in 0..<left.count {
                guard try left[index].isEqual(to: right[index], run, at: offset, depth: depth + 1) else { return false }
            }
            return true
        case (.map(let left), .map(let right)):
            if left === right { return true }
            guard left.count == right.count else { return false }
            try Self.checkNesting(depth, at: offset)
            try run.look(through: left.count, at: offset)
            for index in 0..<left.count {
                guard let value = right.value(for: left.key(at: index)),
                    try value.isEqual(to: left.value(at: index), run, at: offset, depth: depth + 1)
                else { return false }
            }
            return true
        case (.object(let left), .object(let right)): return left === right
        default:
            // A boolean is a number too.
            return if let left = double, let right = other.double { left == right } else { false }
        }
    }

    /// Sees to it that collections are not nested too deep for the stack.
    static func checkNesting(_ depth: Int, at offset: Int) throws(TemplateError) {
        guard depth < nestingLimit else { throw TemplateError(.valueTooDeep(limit: nestingLimit), at: offset) }
    }

    /// Whether it is less than another, for values of one kind.
    func isLess(
        than other: TemplateValue, operation: String = "\"<\"", _ run: TemplateRun, at offset: Int, depth: Int = 0
    ) throws(TemplateError) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.string(let left), .string(let right)), (.markup(let left), .markup(let right)),
            (.string(let left), .markup(let right)), (.markup(let left), .string(let right)):
            return TemplateText.precedes(left, right)
        case (.list(let left), .list(let right))
        where left.isTuple == right.isTuple && !(left is RangeList) && !(right is RangeList):
            try Self.checkNesting(depth, at: offset)
            let count = min(left.count, right.count)
            try run.look(through: count, at: offset)
            for index in 0..<count where try !left[index].isEqual(to: right[index], run, at: offset, depth: depth + 1) {
                return try left[index].isLess(
                    than: right[index], operation: operation, run, at: offset, depth: depth + 1)
            }
            return left.count < right.count
        default:
            if let left = double, let right = other.double { return left < right }
            throw .unsupported(operation, self, other, at: offset)
        }
    }

    /// Whether a collection or a text contains another value.
    func contains(_ element: TemplateValue, _ run: TemplateRun, at offset: Int) throws(TemplateError) -> Bool {
        switch self {
        case .undefined: return false
        case .string(let text), .markup(let text):
            guard let part = element.string else { throw .unsupported("\"in\"", element, self, at: offset) }
            return TemplateText.find(part, in: text) != nil
        case .list(let range as RangeList):
            return element.double.flatMap { Int(exactly: $0) }.map { range.contains(element.integer ?? $0) } ?? false
        case .list(let list):
            try run.look(through: list.count, at: offset)
            for index in 0..<list.count {
                if try list[index].isEqual(to: element, run, at: offset) { return true }
            }
            return false
        case .map(let map):
            if ValueKey(element) == nil { throw .unsupported("\"in\"", element, self, at: offset) }
            return map.value(for: element) != nil
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
