extension TemplateTest {
    static let comparisonTests = [
        comparison("eq", .equal),
        comparison("ne", .notEqual),
        comparison("lt", .less),
        comparison("le", .lessOrEqual),
        comparison("gt", .greater),
        comparison("ge", .greaterOrEqual),
        TemplateTest("in", ["seq"]) { (value, arguments) throws(TemplateError) in
            try arguments.value(0).contains(value, arguments.run, at: arguments.offset)
        },
        TemplateTest("sameas", ["other"]) { (value, arguments) throws(TemplateError) in
            try isSame(value, arguments.value(0), arguments)
        },
    ]

    private static func comparison(_ name: String, _ operation: Comparison.Operator) -> TemplateTest {
        TemplateTest(name, ["other"]) { (value, arguments) throws(TemplateError) in
            try operation.apply(value, arguments.value(0), arguments.run, at: arguments.offset)
        }
    }

    /// Whether both are one object, or the same simple value.
    private static func isSame(
        _ left: TemplateValue, _ right: TemplateValue, _ arguments: BoundArguments
    ) throws(TemplateError) -> Bool {
        switch (left, right) {
        case (.list(let left), .list(let right)): left === right
        case (.map(let left), .map(let right)): left === right
        case (.bool(let left), .bool(let right)): left == right
        case (.bool, _), (_, .bool), (.integer, .number), (.number, .integer): false
        default: try left.isEqual(to: right, arguments.run, at: arguments.offset)
        }
    }
}
