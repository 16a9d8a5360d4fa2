import ArgumentParser
import Basics
import LiveClient
import TextLayout

/// What goes with the requests to a server elsewhere; `attach` and `test` take it alike.
package struct RemoteArguments: ParsableArguments {
    @Option(
        name: .customLong("header"), help: "Send a header with every request: 'NAME: VALUE'; may be repeated.",
        transform: RequestHeader.parsed)
    package var headers: [RequestHeader] = []

    @Option(name: .customLong("cookie"), help: "Send a cookie: NAME=VALUE; may be repeated.")
    private var cookies: [String] = []

    @Option(name: .customLong("cookies"), help: "Send the cookies of a file in Netscape's format.")
    private var cookieFile: String?

    @Option(
        name: .customLong("socket"),
        help: "The path of the server's live socket. (default: as the page says, else /live)")
    package var socketPath: String?

    package init() {}

    /// Whether anything was given.
    var isEmpty: Bool { headers.isEmpty && cookies.isEmpty && cookieFile == nil && socketPath == nil }

    /// The cookies that windows begin with.
    ///
    /// - Parameter origin: The server that single cookies are for, such as `http://127.0.0.1:4000`.
    /// - Throws: For a cookie without name, or a file that cannot be used.
    package func initialCookies(for origin: String) throws -> [InitialCookie] {
        var all = try cookieFile.map(Self.cookies(inFile:)) ?? []
        for text in cookies {
            guard let cookie = CookieArguments.cookie(text, for: origin) else {
                throw ValidationError("--cookie takes NAME=VALUE, found \"\(ReadableText.quote(text))\"")
            }
            all.append(cookie)
        }
        return all
    }

    /// More than any browser keeps.
    private static let longestFile = 4 << 20

    private static func cookies(inFile path: String) throws -> [InitialCookie] {
        let name = ReadableText.quote(path)
        let text: String
        do throws(FileFailure) {
            text = try FileSystem.text(of: path, limit: longestFile)
        } catch {
            throw ValidationError("\(name): \(error.reason)")
        }
        do throws(CookieArguments.Problem) {
            return try CookieArguments.cookies(inFile: text)
        } catch {
            throw ValidationError("\(name), \(ReadableText.line(error.description))")
        }
    }
}
