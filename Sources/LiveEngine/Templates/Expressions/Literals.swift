/// A value written in the template.
struct Literal: Expression {
    enum Value: Sendable {
        case none
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
    }

    let value: Value
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        switch value {
        case .none: .none
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let text): .string(text)
        }
    }
}

/// A list or tuple written in the template.
struct ListLiteral: Expression {
    let elements: [any Expression]
    let isTuple: Bool
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var values: [TemplateValue] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try element.evaluate(&frame)) }
        return .list(ValueList(values, isTuple: isTuple))
    }
}

/// A dictionary written in the template.
struct MapLiteral: Expression {
    let members: [(key: any Expression, value: any Expression)]
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let map = ValueMap()
        for member in members {
            let key = try member.key.evaluate(&frame)
            map.set(try member.value.evaluate(&frame), for: key)
        }
        return .map(map)
    }
}
