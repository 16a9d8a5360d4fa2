import Basics

/// The package that a running program was built from, and how.
struct PackageFolder: Hashable {
    let path: String
    /// The name of the program's product.
    let product: String
    /// `debug` or `release`.
    let configuration: String
    /// Where its builds are.
    let scratch: String

    /// - Parameter program: The real path of the program's file, as `/app/.build/x86_64-unknown-linux-gnu/debug/app`.
    /// - Returns: Nil where no package is around it.
    init?(ofProgram program: String) {
        var parts = program.split(separator: "/").map(String.init)
        guard let product = parts.popLast(), let configuration = parts.popLast() else { return nil }
        self.product = product
        self.configuration = configuration
        while !parts.isEmpty {
            let scratch = "/" + parts.joined(separator: "/")
            parts.removeLast()
            let folder = "/" + parts.joined(separator: "/")
            if FileSystem.status(of: folder + "/Package.swift")?.isFile == true {
                (path, self.scratch) = (folder, scratch)
                return
            }
        }
        return nil
    }

    /// What builds the program anew.
    var buildCommand: [String] {
        [
            "swift", "build", "--package-path", path, "--scratch-path", scratch, "--configuration", configuration,
            "--product", product,
        ]
    }

    /// What a build is made of, with when it was changed last; the files of packages that it needs are not among it.
    func sources() -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        let files = ["Sources", "Plugins"].flatMap { folder in
            FileSystem.tree(below: "\(path)/\(folder)").files.map { "\(path)/\(folder)/\($0)" }
        }
        for file in files + ["\(path)/Package.swift", "\(path)/Package.resolved"] where Self.isSource(file) {
            stamps[file] = FileSystem.status(of: file)?.stamp
        }
        return stamps
    }

    private static func isSource(_ file: String) -> Bool {
        [".swift", ".resolved", ".c", ".h", ".m", ".mm", ".cpp"].contains { file.hasSuffix($0) }
    }
}
