import Basics

/// What kind of file a name stands for.
enum ContentType {
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
