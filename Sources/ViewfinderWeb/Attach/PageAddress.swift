import ArgumentParser
import TextLayout

/// The address of a page as a person types it: `http://127.0.0.1:4000/settings`, or without the scheme.
struct PageAddress: Hashable {
    /// Scheme, host and port.
    let origin: String
    /// Path, query and fragment.
    let reference: String

    /// Why what was typed is no address.
    enum Problem: Error, Hashable {
        case scheme(String)
        case host
        case port(String)
        case blanks
    }

    /// - Throws: `Problem`.
    init(reading text: String) throws(Problem) {
        guard !text.contains(where: { $0.isWhitespace || $0.isASCII && $0.asciiValue.map { $0 < 0x20 } == true }) else {
            throw .blanks
        }
        var rest = Substring(text)
        var scheme = "http"
        if let end = text.firstRange(of: "://") {
            scheme = text[..<end.lowerBound].lowercased()
            rest = text[end.upperBound...]
            guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let (host, port) = try Self.divide(authority)
        let path = rest.dropFirst(authority.count)
        origin = "\(scheme)://\(host.lowercased())" + (port.map { ":\($0)" } ?? "")
        reference = path.hasPrefix("/") ? String(path) : "/" + path
    }

    private static func divide(_ authority: Substring) throws(Problem) -> (host: Substring, port: Int?) {
        guard !authority.contains("@") else { throw .host }
        let isNumber = authority.hasPrefix("[")
        let host = isNumber ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        guard host.count > (isNumber ? 2 : 0) else { throw .host }
        let rest = authority.dropFirst(host.count)
        guard !rest.isEmpty else { return (Substring(host), nil) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port) else {
            throw .port(String(rest.drop { $0 == ":" }))
        }
        return (Substring(host), port)
    }

    /// The whole address.
    var text: String { origin + reference }
}

extension PageAddress {
    /// Reads an argument of the command line.
    static func parsed(_ text: String) throws -> PageAddress {
        do throws(Problem) {
            return try PageAddress(reading: text)
        } catch {
            throw ValidationError(error.words(for: ReadableText.quote(text)))
        }
    }
}

extension PageAddress.Problem {
    fileprivate func words(for text: String) -> String {
        switch self {
        case .scheme(let scheme): "the scheme \(ReadableText.quote(scheme)) in \"\(text)\" is not http or https"
        case .host: "\"\(text)\" names no host; expected an address such as http://127.0.0.1:4000/settings"
        case .port(let port): "the port \"\(ReadableText.quote(port))\" in \"\(text)\" is no number from 1 to 65535"
        case .blanks: "\"\(text)\" has blanks in it; expected an address such as http://127.0.0.1:4000/settings"
        }
    }
}
