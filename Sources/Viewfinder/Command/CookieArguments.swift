import Basics
import LiveClient
import LiveProtocol

/// Cookies that a person brings along, for pages behind a login.
enum CookieArguments {
    /// Reads `NAME=VALUE`; nil for what is none.
    static func cookie(_ text: String, for origin: String) -> InitialCookie? {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
        let cookie = SetCookie(String(text[..<equals]), String(text[text.index(after: equals)...]))
        return InitialCookie(cookie: cookie, origin: origin)
    }

    /// Why a file of cookies cannot be used, at a line counted from 1.
    struct Problem: Error, Hashable {
        let line: Int
        let text: String
    }

    /// Reads Netscape's format: a cookie a line, seven fields divided by tabs (domain, whether hosts below it count, path,
    /// whether for protected connections only, when it ends in seconds since 1970, name, value).
    ///
    /// - Throws: `Problem` at the first line that is none.
    static func cookies(inFile text: String) throws(Problem) -> [InitialCookie] {
        var cookies: [InitialCookie] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in zip(1..., lines) {
            var line = line
            let isHTTPOnly = line.hasPrefix("#HttpOnly_")
            if isHTTPOnly { line = line.dropFirst("#HttpOnly_".count) }
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let cookie = cookie(inLine: line, isHTTPOnly: isHTTPOnly) else {
                throw Problem(line: number, text: String(line.prefix(80)))
            }
            cookies.append(cookie)
        }
        return cookies
    }

    private static func cookie(inLine line: Substring, isHTTPOnly: Bool) -> InitialCookie? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 7, let end = Int(fields[4]), !fields[5].isEmpty else { return nil }
        let domain = fields[0].hasPrefix(".") ? String(fields[0].dropFirst()) : fields[0]
        guard !domain.isEmpty else { return nil }
        let cookie = SetCookie(
            fields[5], fields[6], domain: fields[1].uppercased() == "TRUE" ? domain : nil, path: fields[2],
            expiry: end == 0 ? nil : .seconds(end), isSecure: fields[3].uppercased() == "TRUE",
            isHTTPOnly: isHTTPOnly)
        return InitialCookie(cookie: cookie, origin: "https://\(domain.lowercased())")
    }
}

extension CookieArguments.Problem: CustomStringConvertible {
    var description: String {
        "line \(line): found \"\(text)\", expected seven fields divided by tabs, as browsers export cookies"
    }
}
