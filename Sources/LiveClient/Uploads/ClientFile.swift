import LiveProtocol

/// A file on the person's side, which a page may be given.
package struct ClientFile: Sendable {
    package var name: String
    /// The media type; empty when nobody knows.
    package var type: String
    /// In bytes.
    package var size: Int
    /// Milliseconds since 1970.
    package var lastModified: Int
    /// Where it lies within a chosen folder.
    package var relativePath = ""
    /// What goes along to the view.
    package var meta: JSONValue?
    /// Reads some of the bytes.
    let read: @Sendable (Range<Int>) throws -> [UInt8]

    /// A file in memory.
    ///
    /// - Parameter type: What the ending of the name says unless given.
    package init(name: String, type: String? = nil, lastModified: Int = 0, bytes: [UInt8]) {
        self.init(name: name, type: type, size: bytes.count, lastModified: lastModified) { Array(bytes[$0]) }
    }

    /// A file whose bytes are read as they are sent.
    ///
    /// - Parameters:
    ///   - type: What the ending of the name says unless given.
    ///   - size: In bytes.
    ///   - lastModified: Milliseconds since 1970.
    ///   - read: Gives the bytes of a range within the size.
    package init(
        name: String, type: String? = nil, size: Int, lastModified: Int = 0,
        read: @escaping @Sendable (Range<Int>) throws -> [UInt8]
    ) {
        self.name = name
        self.type = type ?? MediaType.ofFile(named: name)
        self.size = size
        self.lastModified = lastModified
        self.read = read
    }
}

/// What a browser takes the endings of names for.
private enum MediaType {
    private static let types = [
        "aac": "audio/aac", "avi": "video/x-msvideo", "avif": "image/avif", "bmp": "image/bmp", "css": "text/css",
        "csv": "text/csv", "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "epub": "application/epub+zip", "flac": "audio/flac", "gif": "image/gif", "gz": "application/gzip",
        "htm": "text/html", "html": "text/html", "ico": "image/x-icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "js": "text/javascript", "json": "application/json", "md": "text/markdown", "mov": "video/quicktime",
        "mp3": "audio/mpeg", "mp4": "video/mp4", "mpeg": "video/mpeg", "odt": "application/vnd.oasis.opendocument.text",
        "ogg": "audio/ogg", "pdf": "application/pdf", "png": "image/png", "rtf": "application/rtf",
        "svg": "image/svg+xml", "tar": "application/x-tar", "tif": "image/tiff", "tiff": "image/tiff",
        "txt": "text/plain", "wav": "audio/wav", "webm": "video/webm", "webp": "image/webp",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "text/xml",
        "yaml": "application/yaml", "yml": "application/yaml", "zip": "application/zip",
    ]

    /// The media type of a file; empty when its name does not tell.
    static func ofFile(named name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return types[name[name.index(after: dot)...].lowercased()] ?? ""
    }
}
