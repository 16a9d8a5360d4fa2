/// What tells one version of a file from another.
struct FileStamp: Equatable, Sendable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let inode: UInt64
}
