import LiveProtocol

/// Values that no page sends, and that anybody can.
enum AbsurdPayloads {
    static let texts: [String] = [
        "", "0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "NaN", "inf", "０",
        "true", "null", "\u{0}", "\u{1B}]2;title\u{7}", "\u{202E}txt", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "<script>alert(1)</script>", "{{ 7 * 7 }}",
        "../../etc/passwd", "left",
        "info", String(repeating: "x", count: 100_000), String(repeating: "漢", count: 20_000),
    ]

    static let values: [JSONValue] =
        texts.map { .string($0) } + [
            .null, true, false, 0, 1, -1, 7, .integer(.max), .integer(.min), .number(1e308), .number(-0.5), [], [:],
            ["a": "b"], .array([1, "2", .null]), deep(levels: 2_000, of: { [$0] }),
            deep(levels: 2_000, of: { ["id": $0] }),
            .array(Array(repeating: 1, count: 10_000)),
        ]

    static let forms: [String] = [
        "", "=", "&&&", "id", "id=1&id=2&id[]=3", "a[b][c][d]=1", "%", "%zz=%F0", "_target=x", "_unused_name=",
        String(repeating: "a[", count: 5_000) + "=1", String(repeating: "k=v&", count: 20_000),
    ]

    private static func deep(levels: Int, of wrap: (JSONValue) -> JSONValue) -> JSONValue {
        (0..<levels).reduce(1) { value, _ in wrap(value) }
    }
}
