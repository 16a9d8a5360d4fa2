extension TemplateTest {
    static let numberTests = [
        TemplateTest("even") { (value, arguments) throws(TemplateError) in
            try isDivisible(value, by: .integer(2), at: arguments.offset)
        },
        TemplateTest("odd") { (value, arguments) throws(TemplateError) in
            let remainder = try Arithmetic.apply(.modulo, number(value, arguments), .integer(2), at: arguments.offset)
            return remainder.isEqual(to: .integer(1))
        },
        TemplateTest("divisibleby", ["num"]) { (value, arguments) throws(TemplateError) in
            try isDivisible(value, by: arguments.value(0), at: arguments.offset)
        },
    ]

    private static func isDivisible(_ value: TemplateValue, by divisor: TemplateValue, at offset: Int)
        throws(TemplateError) -> Bool
    {
        guard value.double != nil else { throw .unsupported("\"%\"", value, divisor, at: offset) }
        return try Arithmetic.apply(.modulo, value, divisor, at: offset).isEqual(to: .integer(0))
    }

    private static func number(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        guard value.double != nil else { throw .unsupported("\"odd\"", value, at: arguments.offset) }
        return value
    }
}
