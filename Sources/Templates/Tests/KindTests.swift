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
            if case .object(let object) = value { object.isCallable } else { value.isUndefined }
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
