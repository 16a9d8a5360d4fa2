import Basics
import Markup
import NIOHTTP1

/// The files that make a browser a client: Phoenix's own, from a folder, and what starts them.
struct ClientFiles: Sendable {
    static let prefix = "/viewfinder/client/"
    /// The file of this server's own.
    private static let bootName = "boot.js"
    /// The files that a folder must have, each as `.js` or `.min.js`, in the order in which they are run.
    private static let names = ["phoenix", "phoenix_live_view"]

    private let folder: String?
    private let limit: Int
    private let boot: [UInt8]
    /// The names of the scripts of a page.
    private let scripts: [String]

    /// - Parameters:
    ///   - folder: Where `phoenix.js` and `phoenix_live_view.js` are; nil for no client in browsers.
    ///   - limit: The most bytes of a file that is served.
    init(folder: String?, limit: Int) throws(ServerFailure) {
        self.limit = limit
        guard let folder else {
            self.folder = nil
            boot = Array(Self.hint.utf8)
            scripts = [Self.bootName]
            return
        }
        guard let real = FileSystem.realPath(folder), FileSystem.isFolder(real) else { throw .noClientFolder(folder) }
        self.folder = real
        boot = Array(Self.start.utf8)
        var scripts: [String] = []
        for name in Self.names {
            guard let file = ["\(name).min.js", "\(name).js"].first(where: { FileSystem.isReadable("\(real)/\($0)") })
            else { throw .noClientFile("\(name).js", folder: folder) }
            scripts.append(file)
        }
        self.scripts = scripts + [Self.bootName]
    }

    /// What the head of a page needs.
    func head(csrfToken: String) -> String {
        let tags = scripts.map { "<script defer src=\"\(Self.prefix)\($0)\"></script>" }
        return "<meta name=\"csrf-token\" content=\"\(csrfToken)\">" + tags.joined()
    }

    /// The answer to a request for a file.
    ///
    /// - Parameters:
    ///   - path: Below the prefix, percent-encoded.
    ///   - known: The tags of the versions that the browser has.
    func answer(_ path: Substring, ifNoneMatch known: String?) -> ServerAnswer {
        if path == Self.bootName { return ServerAnswer(contentType: ContentType.of(Self.bootName), boot) }
        guard let folder, let file = Self.path(of: path, in: folder), let status = FileSystem.status(of: file),
            status.isFile
        else { return .refusal(.notFound, "There is no such file.") }
        let tag = status.stamp.entityTag
        var answer: ServerAnswer
        if let known, known == "*" || known.contains(tag) {
            answer = ServerAnswer(status: .notModified, contentType: ContentType.of(file), [])
        } else {
            do throws(FileFailure) {
                answer = ServerAnswer(
                    contentType: ContentType.of(file), try FileSystem.contents(of: file, limit: limit))
            } catch {
                return .refusal(.notFound, "The file cannot be sent: \(HTMLText.escaped(error.reason)).")
            }
        }
        answer.headers.add(name: "ETag", value: tag)
        answer.headers.add(name: "Cache-Control", value: "no-cache")
        return answer
    }

    /// The file of a path; nil for one that is not in the folder, whatever leads out of it.
    private static func path(of path: Substring, in folder: String) -> String? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { PercentCoding.decode($0, plusIsSpace: false) }
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".") && !part.utf8.contains { $0 == 0 || $0 == 0x2F || $0 == 0x5C }
        }
        guard isPlain, let real = FileSystem.realPath(folder + "/" + parts.joined(separator: "/")),
            real.hasPrefix(folder + "/")
        else { return nil }
        return real
    }

    private static let start = """
        (() => {
          const token = document.querySelector("meta[name='csrf-token']")?.content;
          const socket = new LiveView.LiveSocket("/live", Phoenix.Socket, {params: {_csrf_token: token}});
          socket.connect();
          window.liveSocket = socket;
        })();
        """

    /// Says at the end of a page why nothing happens in it; clients that are no browser run no scripts.
    private static let hint = """
        (() => {
          const line = document.createElement("p");
          line.textContent = "This page does not live in a browser yet: start the server with --client-js DIR, " +
            "where DIR has phoenix.js and phoenix_live_view.js (viewfinder-web serve --client-js DIR).";
          document.body.append(line);
        })();
        """
}

extension FileStamp {
    /// Tells this version of the file from others (RFC 9110, section 8.8.3).
    fileprivate var entityTag: String {
        "\"\([size, seconds, nanoseconds].map { String($0, radix: 36) }.joined(separator: "-"))\""
    }
}

/// What kind of file a name stands for.
private enum ContentType {
    private static let types: [(suffix: String, type: String)] = [
        (".js", "text/javascript; charset=utf-8"), (".mjs", "text/javascript; charset=utf-8"),
        (".css", "text/css; charset=utf-8"), (".html", "text/html; charset=utf-8"),
        (".txt", "text/plain; charset=utf-8"), (".map", "application/json"), (".json", "application/json"),
        (".svg", "image/svg+xml"), (".png", "image/png"), (".jpg", "image/jpeg"), (".gif", "image/gif"),
        (".webp", "image/webp"), (".ico", "image/x-icon"), (".woff2", "font/woff2"),
    ]

    /// The type of a file by its name; bytes for one that is unknown.
    static func of(_ name: String) -> String {
        types.first { ASCIIText.hasSuffix($0.suffix, in: name, ignoringCase: true) }?.type ?? "application/octet-stream"
    }
}
