import HTMLTree

/// What stands before the colon of a utility class: when it counts.
enum UtilityVariant {
    /// From so many columns on.
    case fromWidth(Int)
    /// On pages of fewer columns.
    case belowWidth(Int)
    /// Where the element is selected.
    case condition(Selector)
    case always
    /// In no terminal, as `hover:`.
    case never

    /// The first variant of a class name and what follows it; nil for a name without.
    static func first(of name: Substring) -> (variant: UtilityVariant, rest: Substring)? {
        var depth = 0
        for place in name.indices {
            switch name[place] {
            case "[", "(": depth += 1
            case "]", ")": depth -= 1
            case ":" where depth == 0: return (variant(name[..<place]), name[name.index(after: place)...])
            default: break
            }
        }
        return nil
    }

    /// The columns from which the variants count: their pixels, eight to a column.
    private static let breakpoints: [Substring: Int] = ["sm": 80, "md": 96, "lg": 128, "xl": 160, "2xl": 192]

    private static func variant(_ name: Substring) -> UtilityVariant {
        if let minimum = breakpoints[name] { return .fromWidth(minimum) }
        if let condition = conditions[String(name)] { return .condition(condition) }
        if name == "motion-reduce" { return .always }
        if name.hasPrefix("max-"), let maximum = breakpoints[name.dropFirst(4)] { return .belowWidth(maximum) }
        for (prefix, isMinimum) in [("min-[", true), ("max-[", false)]
        where name.hasPrefix(prefix) && name.hasSuffix("]") {
            guard let pixels = LengthParser.pixels(String(name.dropFirst(5).dropLast())) else { return .never }
            let columns = Int(min(max(pixels / 8, 0), 10_000).rounded(.up))
            return isMinimum ? .fromWidth(columns) : .belowWidth(columns)
        }
        return attributeCondition(name).map { .condition($0) } ?? .never
    }

    /// `data-[state=open]`, `data-open`, `aria-selected`, `aria-[sort=none]`.
    private static func attributeCondition(_ name: Substring) -> Selector? {
        for prefix in ["data-", "aria-"] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(5)
            if rest.hasPrefix("["), rest.hasSuffix("]") {
                return try? Selector("[\(prefix)\(rest.dropFirst().dropLast())]")
            }
            return try? Selector(prefix == "aria-" ? "[\(name)=true]" : "[\(name)]")
        }
        return nil
    }

    private static let conditions: [String: Selector] = [
        "first": ":first-child", "last": ":last-child", "only": ":only-child", "odd": ":nth-child(odd)",
        "even": ":nth-child(even)", "first-of-type": ":first-of-type", "last-of-type": ":last-of-type",
        "only-of-type": ":only-of-type", "empty": ":empty", "not-first": ":not(:first-child)",
        "not-last": ":not(:last-child)", "focus": ":focus", "focus-visible": ":focus", "focus-within": ":focus-within",
        "disabled": ":disabled", "enabled": ":enabled", "checked": ":checked", "required": ":required",
        "optional": ":optional", "invalid": ":invalid", "valid": ":valid", "read-only": ":read-only",
        "placeholder-shown": ":placeholder-shown", "open": "[open]",
        // The variants that Phoenix adds.
        "phx-no-feedback": ".phx-no-feedback, .phx-no-feedback *",
        "phx-click-loading": ".phx-click-loading, .phx-click-loading *",
        "phx-submit-loading": ".phx-submit-loading, .phx-submit-loading *",
        "phx-change-loading": ".phx-change-loading, .phx-change-loading *",
    ].compactMapValues { try? Selector($0) }
}
