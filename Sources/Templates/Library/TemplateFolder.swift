import Basics

/// The template files below a folder, and nothing beside them.
struct TemplateFolder: Sendable {
    /// How large a template may be, in bytes.
    private static let sizeLimit = 16 << 20
    /// How deep folders are looked through for names.
    private static let depthLimit = 8

    /// The folder's real path; nil when there is none.
    private let root: String?

    init(path: String) { root = FileSystem.realPath(path) }

    static func exists(_ path: String) -> Bool { FileSystem.isFolder(path) }

    /// The path of a bundle's resources in the folder of the running program.
    ///
    /// - Parameter bundle: The names of package and target, such as `App_Views`; the build adds an ending of its own.
    static func besideExecutable(_ bundle: String) -> String {
        let program =
            FileSystem.realPath("/proc/self/exe") ?? FileSystem.realPath(CommandLine.arguments.first ?? "") ?? ""
        let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let resources = "\(folder)/\(bundle).resources"
        return exists(resources) ? resources : "\(folder)/\(bundle).bundle/Contents/Resources"
    }

    /// The text of a file; nil when there is none within the folder.
    func text(of name: String) throws(TemplateError) -> String? {
        guard let path = path(of: name) else { return nil }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
        } catch {
            throw TemplateError(.unreadable(name, reason: error.reason), at: 0)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let source = TemplateSource(name: name, text: String(decoding: bytes, as: UTF8.self))
            let valid = bytes.count - Self.restAfterValidText(bytes)
            throw TemplateError(.notUTF8, at: valid).placed(in: source)
        }
        return text
    }

    func stamp(of name: String) -> FileStamp? { path(of: name).flatMap { FileSystem.status(of: $0)?.stamp } }

    /// The names of all files.
    func names() -> [String] {
        guard let root else { return [] }
        var names: [String] = []
        var folders = [("", 0)]
        while let (folder, depth) = folders.popLast() {
            for entry in FileSystem.entries(of: root + "/" + folder) where !entry.hasPrefix(".") {
                let name = folder + entry
                if FileSystem.isFolder(root + "/" + name) {
                    if depth < Self.depthLimit { folders.append((name + "/", depth + 1)) }
                } else {
                    names.append(name)
                }
            }
        }
        return names.sorted()
    }

    /// The real path of a file within the folder, symbolic links followed; nil when it lies outside or is not there.
    func path(of name: String) -> String? {
        guard let root, !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0),
            !name.split(separator: "/", omittingEmptySubsequences: false).contains(".."),
            let path = FileSystem.realPath(root + "/" + name),
            path.hasPrefix(root == "/" ? root : root + "/")
        else { return nil }
        return path
    }

    /// The number of bytes from the first that is not UTF-8.
    private static func restAfterValidText(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        return bytes.count - valid
    }
}
