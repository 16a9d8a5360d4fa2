extension TemplateTest {
    static let textTests = [
        TemplateTest("lower") { (value, arguments) throws(TemplateError) in
            if case .bool = value { return false }
            let text = try value.text(at: arguments.offset)
            return hasCase(text) && TemplateText.isSame(text, text.lowercased())
        },
        TemplateTest("upper") { (value, arguments) throws(TemplateError) in
            if case .bool = value { return false }
            let text = try value.text(at: arguments.offset)
            return hasCase(text) && TemplateText.isSame(text, text.uppercased())
        },
    ]

    private static func hasCase(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isLowercase || $0.properties.isUppercase }
    }
}
