extension TemplateFilter {
    static let numberFilters = [
        TemplateFilter("abs") { (value, arguments, _) throws(TemplateError) in
            if let integer = value.integer {
                return integer < 0 ? try Arithmetic.negated(.integer(integer), at: arguments.offset) : .integer(integer)
            }
            guard let number = value.double else { throw .unsupported("abs", value, at: arguments.offset) }
            return .number(number.magnitude)
        },
        TemplateFilter("int", ["default?", "base?"]) { (value, arguments, _) throws(TemplateError) in
            let base = try arguments.integer(1) ?? 10
            if case .undefined(let name) = value { throw TemplateError(.undefined(name), at: arguments.offset) }
            return integer(value, base: base).map { .integer($0) } ?? arguments.given(0) ?? .integer(0)
        },
        TemplateFilter("float", ["default?"]) { (value, arguments, _) throws(TemplateError) in
            if case .undefined(let name) = value { throw TemplateError(.undefined(name), at: arguments.offset) }
            if let number = value.double { return .number(number) }
            let number = value.string.flatMap { NumberText.double($0) }
            return number.map { .number($0) } ?? arguments.given(0) ?? .number(0)
        },
        TemplateFilter("round", ["precision?", "method?"]) { (value, arguments, _) throws(TemplateError) in
            try rounded(value, arguments)
        },
        TemplateFilter("filesizeformat", ["binary?"]) { (value, arguments, _) throws(TemplateError) in
            let number = value.double ?? value.string.flatMap { NumberText.double($0) }
            guard let number, number.isFinite else {
                throw .unsupported("filesizeformat", value, at: arguments.offset)
            }
            return .string(FileSize.text(number, isBinary: arguments.isTrue(0)))
        },
    ]

    private static func integer(_ value: TemplateValue, base: Int) -> Int? {
        if let integer = value.integer { return integer }
        if let text = value.string, let integer = NumberText.integer(text, base: base) { return integer }
        let number = value.double ?? value.string.flatMap { NumberText.double($0) }
        return number.flatMap { Int(exactly: $0.rounded(.towardZero)) }
    }

    private static func rounded(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let places = try arguments.integer(0) ?? 0
        guard let number = value.double else { throw .unsupported("round", value, at: arguments.offset) }
        switch try arguments.text(1) ?? "common" {
        case "common":
            if let integer = value.integer {
                return places >= 0
                    ? .integer(integer)
                    : .integer(Int(exactly: ExactDecimal.rounded(number, places: places)) ?? integer)
            }
            return .number(ExactDecimal.rounded(number, places: places))
        case "ceil": return .number(scaled(number, places: places, .up))
        case "floor": return .number(scaled(number, places: places, .down))
        default: throw arguments.invalid(1, expected: "\"common\", \"ceil\" or \"floor\"")
        }
    }

    private static func scaled(_ number: Double, places: Int, _ rule: FloatingPointRoundingRule) -> Double {
        let unit = FloatingPointMath.power(10, Double(places))
        // Python rounds to a whole number, which knows no zero below zero.
        return ((number * unit).rounded(rule) + 0) / unit
    }
}
