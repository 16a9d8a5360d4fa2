/// A value written in the template.
final class Literal: Expression {
    let value: ConstantValue
    let offset: Int

    init(value: ConstantValue, offset: Int) {
        self.value = value
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue { value.templateValue }
}

/// A list or tuple written in the template.
final class ListLiteral: Expression {
    let elements: [any Expression]
    let isTuple: Bool
    let offset: Int

    init(elements: [any Expression], isTuple: Bool, offset: Int) {
        self.elements = elements
        self.isTuple = isTuple
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var values: [TemplateValue] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try element.evaluate(&frame)) }
        let value = TemplateValue.list(ValueList(values, isTuple: isTuple))
        try frame.context.run.made(value, at: offset)
        return value
    }
}

/// A dictionary written in the template.
final class MapLiteral: Expression {
    let members: [(key: any Expression, value: any Expression)]
    let offset: Int

    init(members: [(key: any Expression, value: any Expression)], offset: Int) {
        self.members = members
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let map = ValueMap()
        for member in members {
            let key = try member.key.evaluate(&frame)
            try map.set(try member.value.evaluate(&frame), for: key, at: member.key.offset)
        }
        let value = TemplateValue.map(map)
        try frame.context.run.made(value, at: offset)
        return value
    }
}
