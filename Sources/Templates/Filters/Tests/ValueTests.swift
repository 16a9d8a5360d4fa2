extension TemplateTest {
    static let kindTests = [
        TemplateTest("defined") { value, _ in !value.isUndefined },
        TemplateTest("undefined") { value, _ in value.isUndefined },
        TemplateTest("none") { value, _ in value.isNone },
        TemplateTest("boolean") { value, _ in
            if case .bool = value { true } else { false }
        },
        TemplateTest("true") { value, _ in
            if case .bool(true) = value { true } else { false }
        },
        TemplateTest("false") { value, _ in
            if case .bool(false) = value { true } else { false }
        },
        TemplateTest("integer") { value, _ in
            if case .integer = value { true } else { false }
        },
        TemplateTest("float") { value, _ in
            if case .number = value { true } else { false }
        },
        TemplateTest("number") { value, _ in value.double != nil },
        TemplateTest("string") { value, _ in value.string != nil },
        TemplateTest("escaped") { value, _ in value.hasHTML },
        TemplateTest("mapping") { value, _ in
            if case .map = value { true } else { false }
        },
        TemplateTest("sequence") { value, _ in isIterable(value) },
        TemplateTest("iterable") { value, _ in isIterable(value) },
        TemplateTest("callable") { value, _ in
            if case .object(let object) = value {
                (object as? CallableObject)?.isCallable ?? false
            } else {
                value.isUndefined
            }
        },
        TemplateTest("filter") { value, _ in value.string.flatMap { TemplateFilter.named($0) } != nil },
        TemplateTest("test") { value, _ in value.string.flatMap { TemplateTest.named($0) } != nil },
    ]

    private static func isIterable(_ value: TemplateValue) -> Bool {
        switch value {
        case .undefined, .string, .markup, .list, .map: true
        case .none, .bool, .integer, .number, .object: false
        }
    }
}

extension TemplateTest {
    static let numberTests = [
        TemplateTest("even") { (value, arguments) throws(TemplateError) in
            try isDivisible(value, by: .integer(2), arguments)
        },
        TemplateTest("odd") { (value, arguments) throws(TemplateError) in
            let remainder = try Arithmetic.apply(
                .modulo, number(value, arguments), .integer(2), arguments.run, at: arguments.offset)
            return remainder.double == 1
        },
        TemplateTest("divisibleby", ["num"]) { (value, arguments) throws(TemplateError) in
            try isDivisible(value, by: arguments.value(0), arguments)
        },
    ]

    private static func isDivisible(
        _ value: TemplateValue, by divisor: TemplateValue, _ arguments: BoundArguments
    ) throws(TemplateError) -> Bool {
        guard value.double != nil else { throw .unsupported("\"%\"", value, divisor, at: arguments.offset) }
        return try Arithmetic.apply(.modulo, value, divisor, arguments.run, at: arguments.offset).double == 0
    }

    private static func number(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        guard value.double != nil else { throw .unsupported("\"odd\"", value, at: arguments.offset) }
        return value
    }
}

extension TemplateTest {
    static let textTests = [
        TemplateTest("lower") { (value, arguments) throws(TemplateError) in
            if case .bool = value { return false }
            let text = try value.text(at: arguments.offset)
            return hasCase(text) && TemplateText.isSame(text, text.lowercased())
        },
        TemplateTest("upper") { (value, arguments) throws(TemplateError) in
            if case .bool = value { return false }
            let text = try value.text(at: arguments.offset)
            return hasCase(text) && TemplateText.isSame(text, text.uppercased())
        },
    ]

    private static func hasCase(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isLowercase || $0.properties.isUppercase }
    }
}
