import LiveProtocol

/// What files a view takes in one place, and how they are sent.
public struct UploadRules: Sendable {
    /// What is taken: endings of names as `.jpg`, media types as `image/png`, groups of them as `image/*`. All files when
    /// empty.
    public var accept: [String]
    /// How many files may be chosen.
    public var maxEntries: Int
    /// In bytes.
    public var maxFileSize: Int
    /// How many bytes are sent at a time.
    public var chunkSize: Int
    /// How long the next chunk may take, before the file counts as failed.
    public var chunkTimeout: Duration
    /// Whether files are sent as soon as they are chosen, and not only with their form.
    public var isAutomatic: Bool
    /// Where the bytes go.
    public var storage: UploadStorage
    /// Makes what the page sends a file with by itself, past this engine: an object whose `uploader` names the page's
    /// function for it. What it throws is an error of the file.
    public var external: (@Sendable (Upload.Entry) throws -> JSONValue)?

    /// Makes rules; those that are not told are as the properties say.
    public init(
        accept: [String] = [],
        maxEntries: Int = 1,
        maxFileSize: Int = 8_000_000,
        chunkSize: Int = 64_000,
        chunkTimeout: Duration = .seconds(10),
        isAutomatic: Bool = false,
        storage: UploadStorage = .temporaryFile,
        external: (@Sendable (Upload.Entry) throws -> JSONValue)? = nil
    ) {
        self.accept = accept
        self.maxEntries = maxEntries
        self.maxFileSize = maxFileSize
        self.chunkSize = chunkSize
        self.chunkTimeout = chunkTimeout
        self.isAutomatic = isAutomatic
        self.storage = storage
        self.external = external
    }

    /// Sees that every rule can be kept.
    func check(for name: String) throws(UploadError) {
        guard !name.isEmpty else { throw .emptyName }
        for pattern in accept where FilePattern(pattern) == nil { throw .invalidPattern(pattern, upload: name) }
        for (rule, number) in [("maxEntries", maxEntries), ("maxFileSize", maxFileSize), ("chunkSize", chunkSize)] {
            guard number > 0 else { throw .notPositive(rule: rule, found: "\(number)", upload: name) }
        }
        guard chunkTimeout > .zero else {
            throw .notPositive(rule: "chunkTimeout", found: "\(chunkTimeout)", upload: name)
        }
    }

    /// Why a file cannot be taken; the first reason counts (as in Phoenix).
    func problem(of entry: UploadEntry) -> UploadProblem? {
        if entry.size > maxFileSize { return .tooLarge(limit: maxFileSize) }
        let isAccepted =
            accept.isEmpty
            || accept.contains { FilePattern($0)?.matches(name: entry.name, type: entry.type) ?? false }
        return isAccepted ? nil : .notAccepted(accept)
    }
}

/// One kind of files, as the `accept` of a file input names it (WHATWG 4.10.5.1.17).
enum FilePattern: Hashable {
    /// Files whose names end so; with its dot, in lower case.
    case ending(String)
    case mediaType(String)
    /// All media types that begin so, as `image/`.
    case mediaGroup(String)

    /// Reads `.jpg`, `image/png` or `image/*`; nil for anything else.
    init?(_ text: String) {
        let text = text.lowercased()
        guard !text.contains(where: { $0.isWhitespace || $0 == "," }) else { return nil }
        if text.hasPrefix(".") {
            guard text.count > 1 else { return nil }
            self = .ending(text)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0] != "*" else { return nil }
        self = parts[1] == "*" ? .mediaGroup(parts[0] + "/") : .mediaType(text)
    }

    func matches(name: String, type: String) -> Bool {
        switch self {
        case .ending(let ending): name.lowercased().hasSuffix(ending)
        case .mediaType(let wanted): type.lowercased() == wanted
        case .mediaGroup(let start): type.lowercased().hasPrefix(start)
        }
    }
}
