import Basics

/// What counts as an address in text, by the rules of Jinja2's `urlize`.
enum WebAddress {
    private static let domains: Set<String> = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]

    /// Whether a word is a web address: a scheme or `www.` with a host, a host of a well-known domain, or a numeric one.
    static func matches(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        let lowered = Array(word.lowercased().unicodeScalars.prefix(8))
        let scheme =
            lowered.starts(with: "https://".unicodeScalars) ? 8 : lowered.starts(with: "http://".unicodeScalars) ? 7 : 0
        if scheme > 0 {
            let rest = scalars[scheme...]
            return hostMatches(rest, isNamed) || hostMatches(rest, isNumeric) || isVersion6(rest)
        }
        if lowered.starts(with: "www.".unicodeScalars), hostMatches(scalars[4...], isNamed) { return true }
        return hostMatches(scalars[...], isWellKnown)
    }

    /// Whether a word is an address of mail.
    static func isMail(_ word: Substring) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard let at = scalars.lastIndex(of: "@"), at > 0 else { return false }
        let host = scalars[(at + 1)...]
        guard let first = host.first, PythonText.isWord(first), let dot = host.lastIndex(of: "."),
            dot > host.startIndex,
            host.allSatisfy({ PythonText.isWord($0) || $0 == "." || $0 == "-" })
        else { return false }
        let domain = host[(dot + 1)...]
        return !domain.isEmpty && domain.allSatisfy(PythonText.isWord)
    }

    private typealias Part = ArraySlice<Unicode.Scalar>

    /// Whether the host satisfies a condition, and nothing but a port and a path follows it.
    private static func hostMatches(_ rest: Part, _ isHost: (Part) -> Bool) -> Bool {
        let host = rest.prefix { PythonText.isWord($0) || $0 == "%" || $0 == "-" || $0 == "." }
        return isHost(host) && isEnd(rest[host.endIndex...])
    }

    /// `(:port)?([/?#]path)?`
    private static func isEnd(_ rest: Part) -> Bool {
        var rest = rest
        if rest.first == ":" {
            let port = rest.dropFirst().prefix { $0.properties.numericType == .decimal }
            guard (1...5).contains(port.count) else { return false }
            rest = rest[port.endIndex...]
        }
        guard let first = rest.first else { return true }
        return first == "/" || first == "?" || first == "#"
    }

    private static func labels(_ host: Part) -> [Part] { host.split(separator: ".", omittingEmptySubsequences: false) }

    private static func isNamed(_ host: Part) -> Bool {
        let labels = labels(host)
        guard let last = labels.last, labels.allSatisfy({ !$0.isEmpty }) else { return false }
        if (2...63).contains(last.count), last.allSatisfy({ $0.isASCII && UInt8(ascii: $0).isASCIILetter }) {
            return true
        }
        let start = String(String.UnicodeScalarView(last.prefix(4))).lowercased()
        let rest = last.dropFirst(4)
        return start == "xn--" && (2...59).contains(rest.count) && !rest.contains("-")
    }

    private static func isWellKnown(_ host: Part) -> Bool {
        let labels = labels(host)
        guard labels.count > 1, let last = labels.last else { return false }
        return domains.contains(String(String.UnicodeScalarView(last)).lowercased())
            && labels.dropLast().allSatisfy { (2...63).contains($0.count) }
    }

    private static func isNumeric(_ host: Part) -> Bool {
        let labels = labels(host)
        return labels.count == 4
            && labels.allSatisfy {
                (1...3).contains($0.count) && $0.allSatisfy { $0.properties.numericType == .decimal }
            }
    }

    /// `[1:2::3]`: two groups with colons, then one to six with or without.
    private static func isVersion6(_ rest: Part) -> Bool {
        guard rest.first == "[", let end = rest.firstIndex(of: "]"), isEnd(rest[(end + 1)...]) else { return false }
        var groups = rest[(rest.startIndex + 1)..<end]
        var count = 0
        repeat {
            let digits = groups.prefix(4).prefix {
                $0.properties.numericType == .decimal || "a"..."f" ~= $0 || "A"..."F" ~= $0
            }
            groups = groups[digits.endIndex...]
            let hasColon = groups.first == ":"
            if hasColon { groups.removeFirst() }
            if count < 2, !hasColon { return false }
            if count >= 2, digits.isEmpty, !hasColon, !groups.isEmpty { return false }
            count += 1
        } while !groups.isEmpty || count < 3
        return count <= 8
    }
}
