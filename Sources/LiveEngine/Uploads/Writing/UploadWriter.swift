/// Where the bytes of one file go as they come.
public protocol UploadWriter: AnyObject {
    /// Takes the next bytes.
    func write(_ bytes: [UInt8]) throws

    /// All bytes are there.
    ///
    /// - Returns: The file as its consumer gets it.
    func finish() throws -> UploadedFile

    /// Lets go of all that is kept: the file was consumed, or is not wanted any more. Called once, at whatever point.
    func remove()
}
