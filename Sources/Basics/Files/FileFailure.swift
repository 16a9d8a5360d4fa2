import CLibrary

/// Why a file could not be read or written.
package enum FileFailure: Error, Hashable, Sendable {
    case missing
    case forbidden
    case folder
    /// It is a device, a pipe or a socket.
    case notAFile
    /// It has more than so many bytes.
    case tooLong(limit: Int)
    case notUTF8
    /// What else the system said, as its error number.
    case system(Int32)

    /// What the last call of the system ended with.
    package static func last() -> FileFailure {
        switch errno {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .forbidden
        case EISDIR: .folder
        case let number: .system(number)
        }
    }

    /// The failure in words, to go on a sentence with.
    package var reason: String {
        switch self {
        case .missing: "there is no such file"
        case .forbidden: "permission is denied"
        case .folder: "it is a folder"
        case .notAFile: "it is not a file"
        case .tooLong(let limit): "it is longer than \(limit >> 20) MiB"
        case .notUTF8: "it is not UTF-8 text"
        case .system(let number): strerror(number).map { String(cString: $0) } ?? "error \(number)"
        }
    }
}
