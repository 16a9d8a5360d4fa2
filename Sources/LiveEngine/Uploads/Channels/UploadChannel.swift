import LiveProtocol

/// The channel on which one file comes.
final class UploadChannel {
    let topic: String
    let joinReference: Int?
    let key: UploadKey
    let rules: UploadRules
    /// Tells that the next chunk took too long.
    var timer: VirtualClock.TimerID?
    /// The file, when all of it is there.
    private(set) var file: UploadedFile?
    private let writer: any UploadWriter
    /// In bytes, as it was announced.
    let size: Int
    private var received = 0

    /// - Throws: What the writer throws.
    init(_ grant: UploadGrant, for frame: ClientFrame, in folder: TemporaryFolder) throws {
        topic = frame.topic
        joinReference = frame.joinReference
        key = grant.key
        rules = grant.rules
        size = grant.entry.size
        writer = try grant.rules.storage.makeWriter(for: grant.entry, in: folder)
        do {
            try finishIfComplete()
        } catch {
            writer.remove()
            throw error
        }
    }

    var arrival: UploadArrival {
        // A percent is told when it is whole; all is told when the writer has finished.
        UploadArrival(percent: file == nil ? min(99, received * 100 / max(size, 1)) : 100, file: file)
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `UploadFailure` for more bytes than were announced; what the writer throws.
    func take(_ bytes: [UInt8]) throws {
        guard bytes.count <= size - received else {
            throw UploadFailure.fileSizeLimitExceeded(limit: size)
        }
        try writer.write(bytes)
        received += bytes.count
        try finishIfComplete()
    }

    func remove() { writer.remove() }

    private func finishIfComplete() throws {
        if received == size { file = try writer.finish() }
    }
}

/// What has come of one file.
struct UploadArrival {
    let percent: Int
    /// The file, when all of it is there.
    let file: UploadedFile?
}

/// The right to send one file, once.
struct UploadGrant: Sendable {
    /// What the token says with which it is sent.
    let ticket: String
    let key: UploadKey
    let entry: Upload.Entry
    let rules: UploadRules
}

/// What is asked of a session's channels for files.
enum UploadRequest {
    case expect(UploadGrant)
    /// The file was consumed, or is not wanted any more.
    case drop(UploadKey)
}
