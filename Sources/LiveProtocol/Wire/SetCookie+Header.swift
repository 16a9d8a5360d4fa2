import Basics

extension SetCookie {
    /// Reads a header line `Set-Cookie` (RFC 6265, section 5.2).
    ///
    /// - Returns: Nil for what sets no cookie, and for one with control characters.
    package init?(header: String) {
        guard !header.utf8.contains(where: { $0 != .tab && ($0 < .space || $0 == 0x7F) }) else { return nil }
        var parts = header.split(separator: ";", omittingEmptySubsequences: false)[...]
        guard let pair = parts.popFirst(), let (name, value) = Self.split(pair), let value, !name.isEmpty else {
            return nil
        }
        self.init(String(name), String(value), path: nil)
        for part in parts {
            if let (name, value) = Self.split(part) { take(name.lowercased(), value ?? "") }
        }
    }

    private mutating func take(_ attribute: String, _ value: Substring) {
        switch attribute {
        case "expires": if let date = CookieDate(parsing: String(value)) { expiry = date.sinceEpoch }
        case "max-age": if let seconds = Self.seconds(value) { lifetime = .seconds(max(seconds, 0)) }
        case "domain":
            let name = value.hasPrefix(".") ? value.dropFirst() : value
            if !name.isEmpty { domain = name.lowercased() }
        case "path": path = value.hasPrefix("/") ? String(value) : nil
        case "secure": isSecure = true
        case "httponly": isHTTPOnly = true
        default: break
        }
    }

    /// A number as `Max-Age` has it; one that no clock counts to is the last that a clock does.
    private static func seconds(_ text: Substring) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text
        guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return min(Int(text) ?? (text.hasPrefix("-") ? 0 : .max), farthest)
    }

    /// A thousand years.
    private static let farthest = 31_556_952_000

    /// What is before the first equals sign and after it, without the blanks around; no value where no sign is.
    private static func split(_ part: Substring) -> (name: Substring, value: Substring?)? {
        guard let place = part.utf8.firstIndex(of: .equals) else { return (trimmed(part), nil) }
        return (trimmed(part[..<place]), trimmed(part[part.utf8.index(after: place)...]))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !$0.isASCIISpace }),
            let last = bytes.lastIndex(where: { !$0.isASCIISpace })
        else { return "" }
        return text[first...last]
    }

    // MARK: Writing

    /// The value of a header line `Set-Cookie` (RFC 6265, section 4.1); what would end a part too early is percent-coded.
    package var header: String {
        var header = "\(Self.safe(name, equals: false))=\(Self.safe(value))"
        if let path { header += "; Path=\(Self.safe(path))" }
        if let domain { header += "; Domain=\(Self.safe(domain))" }
        if let lifetime { header += "; Max-Age=\(lifetime.components.seconds)" }
        if let expiry { header += "; Expires=\(CookieDate(sinceEpoch: expiry).text)" }
        if isSecure { header += "; Secure" }
        if isHTTPOnly { header += "; HttpOnly" }
        return header
    }

    private static func safe(_ text: String, equals: Bool = true) -> String {
        let kept = "!#$%&'()*+-./:<>?@[]^_`{|}~\"" + (equals ? "=" : "")
        return PercentCoding.encode(text, keeping: kept)
    }
}
