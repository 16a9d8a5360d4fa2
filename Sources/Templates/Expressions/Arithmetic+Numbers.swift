extension Arithmetic {
    /// Whole numbers; a result too large for one becomes a decimal number.
    static func integers(_ operation: Operator, _ left: Int, _ right: Int, at offset: Int) throws(TemplateError)
        -> TemplateValue
    {
        let result: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .divide: return try numbers(.divide, Double(left), Double(right), at: offset)
        case .floorDivide:
            guard right != 0 else { throw TemplateError(.divisionByZero, at: offset) }
            let quotient = left.dividedReportingOverflow(by: right)
            let isRounded = !quotient.overflow && left % right != 0 && (left < 0) != (right < 0)
            result = (isRounded ? quotient.partialValue - 1 : quotient.partialValue, quotient.overflow)
        case .modulo:
            guard right != 0 else { throw TemplateError(.divisionByZero, at: offset) }
            let remainder = left.remainderReportingOverflow(dividingBy: right).partialValue
            return .integer(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
        case .power:
            guard right >= 0 else { return try numbers(.power, Double(left), Double(right), at: offset) }
            result = power(left, right)
        }
        guard result.overflow else { return .integer(result.partialValue) }
        return try numbers(operation, Double(left), Double(right), at: offset)
    }

    private static func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
        if base == 0 || base == 1 { return (exponent == 0 ? 1 : base, false) }
        if base == -1 { return (exponent.isMultiple(of: 2) ? 1 : -1, false) }
        guard exponent < 64 else { return (0, true) }
        var result = 1
        for _ in 0..<exponent {
            let product = result.multipliedReportingOverflow(by: base)
            if product.overflow { return (0, true) }
            result = product.partialValue
        }
        return (result, false)
    }

    static func numbers(_ operation: Operator, _ left: Double, _ right: Double, at offset: Int) throws(TemplateError)
        -> TemplateValue
    {
        switch operation {
        case .add: return .number(left + right)
        case .subtract: return .number(left - right)
        case .multiply: return .number(left * right)
        case .power:
            guard left != 0 || right >= 0 else { throw TemplateError(.divisionByZero, at: offset) }
            let result = FloatingPointMath.power(left, right)
            // Python has imaginary numbers for roots of negative ones, and refuses what is too large.
            guard !result.isNaN || left.isNaN || right.isNaN else {
                throw .unsupported("\"**\"", .number(left), .number(right), at: offset)
            }
            guard result.isFinite || !left.isFinite || !right.isFinite else {
                throw TemplateError(.resultTooLarge("the power"), at: offset)
            }
            return .number(result)
        case .divide, .floorDivide, .modulo:
            guard right != 0 else { throw TemplateError(.divisionByZero, at: offset) }
            if operation == .divide { return .number(left / right) }
            if operation == .floorDivide { return .number((left / right).rounded(.down)) }
            let remainder = left.truncatingRemainder(dividingBy: right)
            return .number(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
        }
    }

}
