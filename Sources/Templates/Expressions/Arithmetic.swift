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

    static func apply(
        _ operation: Operator, _ left: TemplateValue, _ right: TemplateValue, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        if let left = left.integer, let right = right.integer {
            return try integers(operation, left, right, at: offset)
        }
        if let left = left.double, let right = right.double {
            return try numbers(operation, left, right, at: offset)
        }
        switch (operation, left, right) {
        case (.add, .string(let left), .string(let right)): return .string(left + right)
        case (.add, .markup(let html), _) where right.string != nil || right.isUndefined:
            return .markup(html + (try right.html(at: offset)))
        case (.add, _, .markup(let html)) where left.string != nil: return .markup((try left.html(at: offset)) + html)
        case (.add, .list(let left), .list(let right))
        where left.isTuple == right.isTuple && !(left is RangeList) && !(right is RangeList):
            return .list(ValueList(left.values + right.values, isTuple: left.isTuple))
        case (.multiply, _, _):
            if let count = right.integer, let result = try repeated(left, count, run, at: offset) { return result }
            if let count = left.integer, let result = try repeated(right, count, run, at: offset) { return result }
        case (.modulo, .string, _), (.modulo, .markup, _):
            return try PercentFormat.format(left, right, run, at: offset)
        default: break
        }
        throw .unsupported("\"\(operation.rawValue)\"", left, right, at: offset)
    }

    private static func repeated(
        _ value: TemplateValue, _ count: Int, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue? {
        let count = max(0, count)
        switch value {
        case .string(let text), .markup(let text):
            try run.checkRoom(for: count, times: text.utf8.count, "the repetition", at: offset)
            return value.withText(String(repeating: text, count: count))
        case .list(let list) where !(list is RangeList):
            let length = count.multipliedReportingOverflow(by: list.count)
            try run.checkRoom(
                forElements: length.overflow ? .max : length.partialValue, "the repetition", at: offset)
            return .list(ValueList(Array(repeatElement(list.values, count: count).joined()), isTuple: list.isTuple))
        case .undefined, .none, .bool, .integer, .number, .list, .map, .object: return nil
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
