/// A row of operators of one precedence, from left to right: `a + b - c`.
struct ArithmeticChain: Expression {
    struct Link: Sendable {
        let operation: Arithmetic.Operator
        let operand: any Expression
        let offset: Int
    }

    let first: any Expression
    let links: [Link]
    var offset: Int { first.offset }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var value = try first.evaluate(&frame)
        for link in links {
            let operand = try link.operand.evaluate(&frame)
            value = try Arithmetic.apply(link.operation, value, operand, at: link.offset)
        }
        return value
    }
}

/// `-value`
struct Negation: Expression {
    let operand: any Expression
    let isNegative: Bool
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try operand.evaluate(&frame)
        if isNegative { return try Arithmetic.negated(value, at: offset) }
        guard value.double != nil else { throw .unsupported("\"+\"", value, at: offset) }
        return value
    }
}

/// `a ~ b ~ c`: markup if any of them is, and then the others are escaped.
struct Concatenation: Expression {
    let operands: [any Expression]
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var values: [TemplateValue] = []
        values.reserveCapacity(operands.count)
        for operand in operands { values.append(try operand.evaluate(&frame)) }
        let isMarkup = frame.escapes && values.contains(where: \.isMarkup)
        var text = ""
        for (index, value) in values.enumerated() {
            let offset = operands[index].offset
            text += isMarkup ? try value.html(at: offset) : try value.text(at: offset)
        }
        return isMarkup ? .markup(text) : .string(text)
    }
}

/// `a < b <= c`: every neighbouring pair must compare.
struct Comparison: Expression {
    enum Operator: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case contained = "in"
        case notContained = "not in"

        func apply(_ left: TemplateValue, _ right: TemplateValue, at offset: Int) throws(TemplateError) -> Bool {
            switch self {
            case .equal: left.isEqual(to: right)
            case .notEqual: !left.isEqual(to: right)
            case .less: try left.isLess(than: right, at: offset)
            case .greater: try right.isLess(than: left, operation: "\">\"", at: offset)
            case .lessOrEqual:
                try left.isLess(than: right, operation: "\"<=\"", at: offset) || left.isEqual(to: right)
            case .greaterOrEqual:
                try right.isLess(than: left, operation: "\">=\"", at: offset) || left.isEqual(to: right)
            case .contained: try right.contains(left, at: offset)
            case .notContained: try !right.contains(left, at: offset)
            }
        }
    }

    struct Link: Sendable {
        let operation: Operator
        let operand: any Expression
        let offset: Int
    }

    let first: any Expression
    let links: [Link]
    var offset: Int { first.offset }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var left = try first.evaluate(&frame)
        for link in links {
            let right = try link.operand.evaluate(&frame)
            guard try link.operation.apply(left, right, at: link.offset) else { return .bool(false) }
            left = right
        }
        return .bool(true)
    }
}

/// `a and b`, `a or b`: the first value that decides.
struct LogicChain: Expression {
    let isAnd: Bool
    let operands: [any Expression]
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        for operand in operands.dropLast() {
            let value = try operand.evaluate(&frame)
            if value.isTrue != isAnd { return value }
        }
        return try operands[operands.count - 1].evaluate(&frame)
    }
}

/// `not value`
struct Not: Expression {
    let operand: any Expression
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        .bool(try !operand.evaluate(&frame).isTrue)
    }
}

/// `a if condition else b`; nothing without an `else`.
struct Conditional: Expression {
    let condition: any Expression
    let value: any Expression
    let otherwise: (any Expression)?
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        if try condition.evaluate(&frame).isTrue { return try value.evaluate(&frame) }
        return try otherwise?.evaluate(&frame) ?? .undefined("the missing else")
    }

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        if try condition.evaluate(&frame).isTrue { return try value.render(&frame) }
        return try otherwise?.render(&frame) ?? .empty
    }
}
