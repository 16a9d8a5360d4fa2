import CLibrary

extension FileSystem {
    /// Removes what is in a folder, and what is in the folders there; links are removed, not followed.
    ///
    /// - Parameters:
    ///   - kept: The name of what stays.
    ///   - depth: How deep folders may lie in one another.
    package static func removeContents(
        of folder: String, except kept: String? = nil, depth: Int = 32
    ) throws(FileFailure) {
        for name in entries(of: folder) where name != kept {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { throw .last() }
            if status.st_mode & S_IFMT == S_IFDIR {
                if depth > 0 { try removeContents(of: path, depth: depth - 1) }
                guard rmdir(path) == 0 else { throw .last() }
            } else {
                guard unlink(path) == 0 else { throw .last() }
            }
        }
    }
}
