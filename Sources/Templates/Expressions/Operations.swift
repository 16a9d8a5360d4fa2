/// A row of operators of one precedence, from left to right: `a + b - c`.
final class ArithmeticChain: Expression {
    struct Link: Sendable {
        let operation: Arithmetic.Operator
        let operand: any Expression
        let offset: Int
    }

    let first: any Expression
    let links: [Link]
    var offset: Int { first.offset }

    init(first: any Expression, links: [Link]) {
        self.first = first
        self.links = links
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var value = try first.evaluate(&frame)
        for index in links.indices {
            let operand = try links[index].operand.evaluate(&frame)
            let (run, offset) = (frame.context.run, links[index].offset)
            value = try Arithmetic.apply(links[index].operation, value, operand, run, at: offset)
            try run.made(value, at: offset)
        }
        return value
    }
}

/// `-value`
final class Negation: Expression {
    let operand: any Expression
    let isNegative: Bool
    let offset: Int

    init(operand: any Expression, isNegative: Bool, offset: Int) {
        self.operand = operand
        self.isNegative = isNegative
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try operand.evaluate(&frame)
        if isNegative { return try Arithmetic.negated(value, at: offset) }
        guard value.double != nil else { throw .unsupported("\"+\"", value, at: offset) }
        return value
    }
}

/// `a ~ b ~ c`: markup if any of them is, and then the others are escaped.
final class Concatenation: Expression {
    let operands: [any Expression]
    let offset: Int

    init(operands: [any Expression], offset: Int) {
        self.operands = operands
        self.offset = offset
    }

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
        try frame.context.run.make(text.utf8.count, at: offset)
        return isMarkup ? .markup(text) : .string(text)
    }
}

/// `a < b <= c`: every neighbouring pair must compare.
final class Comparison: Expression {
    enum Operator: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case contained = "in"
        case notContained = "not in"

        func apply(
            _ left: TemplateValue, _ right: TemplateValue, _ run: TemplateRun, at offset: Int
        ) throws(TemplateError) -> Bool {
            switch self {
            case .equal: return try left.isEqual(to: right, run, at: offset)
            case .notEqual: return try !left.isEqual(to: right, run, at: offset)
            case .less: return try left.isLess(than: right, run, at: offset)
            case .greater: return try right.isLess(than: left, operation: "\">\"", run, at: offset)
            case .lessOrEqual:
                if try left.isLess(than: right, operation: "\"<=\"", run, at: offset) { return true }
                return try left.isEqual(to: right, run, at: offset)
            case .greaterOrEqual:
                if try right.isLess(than: left, operation: "\">=\"", run, at: offset) { return true }
                return try left.isEqual(to: right, run, at: offset)
            case .contained: return try right.contains(left, run, at: offset)
            case .notContained: return try !right.contains(left, run, at: offset)
            }
        }
    }

    struct Link: Sendable {
        let operation: Operator
        let operand: any Expression
        let offset: Int
    }

    private let first: any Expression
    /// The first pair's operator and right side, apart from the others since most comparisons have no other.
    private let operation: Operator
    private let operand: any Expression
    private let operandOffset: Int
    private let others: ArraySlice<Link>
    let offset: Int

    /// - Parameter links: At least one.
    init(first: any Expression, links: [Link]) {
        self.first = first
        (operation, operand, operandOffset) = (links[0].operation, links[0].operand, links[0].offset)
        others = links.dropFirst()
        offset = first.offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let left = try first.evaluate(&frame)
        var right = try operand.evaluate(&frame)
        guard try operation.apply(left, right, frame.context.run, at: operandOffset) else { return .bool(false) }
        for link in others {
            let next = try link.operand.evaluate(&frame)
            guard try link.operation.apply(right, next, frame.context.run, at: link.offset) else {
                return .bool(false)
            }
            right = next
        }
        return .bool(true)
    }
}

/// `a and b`, `a or b`: the first value that decides.
final class LogicChain: Expression {
    let isAnd: Bool
    let operands: [any Expression]
    let offset: Int

    init(isAnd: Bool, operands: [any Expression], offset: Int) {
        self.isAnd = isAnd
        self.operands = operands
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let last = operands.count - 1
        for index in 0..<last {
            let value = try operands[index].evaluate(&frame)
            if value.isTrue != isAnd { return value }
        }
        return try operands[last].evaluate(&frame)
    }
}

/// `not value`
final class Not: Expression {
    let operand: any Expression
    let offset: Int

    init(operand: any Expression, offset: Int) {
        self.operand = operand
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        .bool(try !operand.evaluate(&frame).isTrue)
    }
}

/// `a if condition else b`; nothing without an `else`.
final class Conditional: Expression {
    let condition: any Expression
    let value: any Expression
    let otherwise: (any Expression)?
    let offset: Int

    init(condition: any Expression, value: any Expression, otherwise: (any Expression)?, offset: Int) {
        self.condition = condition
        self.value = value
        self.otherwise = otherwise
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        if try condition.evaluate(&frame).isTrue { return try value.evaluate(&frame) }
        return try otherwise?.evaluate(&frame) ?? .undefined("the missing else")
    }

    func write(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        if try condition.evaluate(&frame).isTrue { return try value.write(&frame, to: &output) }
        if let otherwise { try otherwise.write(&frame, to: &output) } else { output.appendNothing() }
    }
}
