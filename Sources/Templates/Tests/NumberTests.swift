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
