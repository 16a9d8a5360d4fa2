import HTMLTree

/// What a document says to the client about its connection, as Phoenix's and pyview's layouts write it.
struct PageHead {
    /// The content of `<meta name="csrf-token">`.
    private(set) var csrfToken: String?
    /// The path that a script in the page gives to `new LiveSocket`.
    private(set) var socketPath: String?

    init(of document: Document) {
        guard let html = document.children(of: document.root).first(where: { document.isElement($0) }) else { return }
        for part in document.children(of: html) where document.isElement(part) {
            for node in document.children(of: part) where document.isElement(node) {
                switch document.name(of: node) {
                case "meta" where document.attribute("name", of: node) == "csrf-token":
                    csrfToken = document.attribute("content", of: node)
                case "script" where socketPath == nil:
                    socketPath = Self.socketPath(in: document.textContent(of: node))
                default: break
                }
            }
        }
    }

    /// The first text in `new LiveSocket("/live", …)`, if it is a path.
    private static func socketPath(in script: String) -> String? {
        guard let start = script.firstRange(of: "LiveSocket(")?.upperBound else { return nil }
        let rest = script[start...].drop(while: \.isWhitespace)
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let path = rest.dropFirst().prefix { $0 != quote }
        return path.hasPrefix("/") ? String(path) : nil
    }
}
