/// The operators of numbers, text and lists, as Python has them.
enum Arithmetic {
    enum Operator: String {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case floorDivide = "//"
        case modulo = "%"
        case power = "**"
    }

    /// How long a repeated text or list may get.
    static let lengthLimit = 10_000_000

    static func apply(
        _ operation: Operator, _ left: TemplateValue, _ right: TemplateValue, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        if let left = left.integer, let right = right.integer {
            return try integers(operation, left, right, at: offset)
        }
        if let left = left.double, let right = right.double {
            return try numbers(operation, left, right, at: offset)
        }
        switch (operation, left, right) {
        case (.add, .string(let left), .string(let right)): return .string(left + right)
        case (.add, .markup(let html), _) where right.string != nil: return .markup(html + (try right.html(at: offset)))
        case (.add, _, .markup(let html)) where left.string != nil: return .markup((try left.html(at: offset)) + html)
        case (.add, .list(let left), .list(let right)) where left.isTuple == right.isTuple:
            return .list(ValueList(left.values + right.values, isTuple: left.isTuple))
        case (.multiply, _, _):
            if let count = right.integer, let result = try repeated(left, count, at: offset) { return result }
            if let count = left.integer, let result = try repeated(right, count, at: offset) { return result }
        case (.modulo, .string, _), (.modulo, .markup, _):
            return try PercentFormat.format(left, right, at: offset)
        default: break
        }
        throw .unsupported("\"\(operation.rawValue)\"", left, right, at: offset)
    }

    private static func repeated(_ value: TemplateValue, _ count: Int, at offset: Int) throws(TemplateError)
        -> TemplateValue?
    {
        let count = max(0, count)
        func check(_ length: Int) throws(TemplateError) {
            let size = length.multipliedReportingOverflow(by: count)
            guard !size.overflow, size.partialValue <= lengthLimit else {
                throw TemplateError(.resultTooLarge("the repetition"), at: offset)
            }
        }
        switch value {
        case .string(let text), .markup(let text):
            try check(text.utf8.count)
            return value.withText(String(repeating: text, count: count))
        case .list(let list):
            try check(list.count)
            return .list(ValueList(Array(repeatElement(list.values, count: count).joined()), isTuple: list.isTuple))
        case .undefined, .none, .bool, .integer, .number, .map, .object: return nil
        }
    }

    /// The opposite of a number.
    static func negated(_ value: TemplateValue, at offset: Int) throws(TemplateError) -> TemplateValue {
        if let integer = value.integer {
            let result = 0.subtractingReportingOverflow(integer)
            return result.overflow ? .number(-Double(integer)) : .integer(result.partialValue)
        }
        if let number = value.double { return .number(-number) }
        throw .unsupported("\"-\"", value, at: offset)
    }
}
