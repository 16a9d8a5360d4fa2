import LiveProtocol

/// One place where a view takes files, with the files that are chosen there.
public struct Upload: Sendable {
    /// The name under which it was allowed.
    public let name: String
    /// By which page and session know it; the id of its file input.
    public let ref: String
    /// What files are taken, and how they are sent.
    public let rules: UploadRules
    /// In the order of choosing.
    public internal(set) var entries: [Entry] = []
    /// What of the page allowed it.
    let owner: PagePart

    /// How many files beyond those that may be chosen are kept, to be told that they are too many.
    private static let surplusLimit = 100

    /// What is wrong with the chosen files together.
    public var errors: [UploadProblem] {
        entries.count > rules.maxEntries ? [.tooManyFiles(limit: rules.maxEntries)] : []
    }

    /// Whether all is as it should be.
    public var isValid: Bool { errors.isEmpty && entries.allSatisfy(\.isValid) }

    /// One chosen file.
    public struct Entry: Sendable {
        /// By which page and session know it.
        public let ref: String
        /// The file's name, as the person has it: never a path to write to.
        public let name: String
        /// Where in the chosen folder the file is; empty for a file that was chosen by itself.
        public let relativePath: String
        /// The media type, as the page says.
        public let type: String
        /// In bytes, as the page says; more never come.
        public let size: Int
        /// Since 1970-01-01T00:00:00Z.
        public let lastModified: Duration
        /// What the page's code adds.
        public let meta: JSONValue?
        /// In percent, of what has come.
        public internal(set) var progress = 0
        /// What is wrong with the file.
        public internal(set) var errors: [UploadProblem] = []
        /// What the page sends the file with: a token, or the object of an external upload.
        var pass: JSONValue?
        /// What came, when all of it is there.
        var file: UploadedFile?

        /// Whether the page may send it.
        public var isPreflighted: Bool { pass != nil }
        /// Whether all of it is there.
        public var isDone: Bool { file != nil }
        /// Whether nothing is wrong with it.
        public var isValid: Bool { errors.isEmpty }

        init(_ entry: UploadEntry, problem: UploadProblem?) {
            ref = entry.reference
            name = entry.name
            relativePath = entry.relativePath
            type = entry.type
            size = entry.size
            lastModified = .milliseconds(entry.lastModified)
            meta = entry.meta
            errors = problem.map { [$0] } ?? []
        }
    }
}

extension Upload {
    /// Takes the page's choice in; entries that are known stay as they are.
    ///
    /// - Returns: The entries that went: where one file can be chosen, another takes its place.
    mutating func take(_ chosen: [UploadEntry]) -> [UploadKey] {
        var gone: [UploadKey] = []
        if rules.maxEntries == 1, entries.count == 1, let first = chosen.first, first.reference != entries[0].ref {
            gone.append(key(of: entries[0]))
            entries = []
        }
        // A page that chooses without end is not followed.
        for entry in chosen.prefix(rules.maxEntries + Self.surplusLimit)
        where entries.count < rules.maxEntries + Self.surplusLimit
            && !entries.contains(where: { $0.ref == entry.reference })
        {
            entries.append(Entry(entry, problem: rules.problem(of: entry)))
        }
        return gone
    }

    func place(of ref: String) -> Int? { entries.firstIndex { $0.ref == ref } }

    func key(of entry: Entry) -> UploadKey { UploadKey(upload: ref, entry: entry.ref) }
}

/// Names one chosen file of a session.
struct UploadKey: Hashable, Sendable {
    let upload: String
    let entry: String
}

/// The uploads that a view, or a component, has allowed.
public struct Uploads: Sendable {
    let list: [Upload]

    init(_ list: [Upload] = []) { self.list = list }

    /// Whether none is allowed.
    public var isEmpty: Bool { list.isEmpty }

    /// The names of all, in the order in which they were allowed.
    public var names: [String] { list.map(\.name) }

    /// The upload of a name; nil when none was allowed under it.
    public subscript(name: String) -> Upload? { list.first { $0.name == name } }
}
