import Basics
import LiveProtocol

/// The session that files come for.
protocol UploadHost: AnyObject {
    var clock: VirtualClock { get }
    var uploadFolder: TemporaryFolder { get }
    /// How many tickets one part of the page keeps.
    var uploadTicketLimit: Int { get }

    /// Says something on the channel of a file.
    func push(_ message: ServerMessage, to topic: String, joinReference: Int?)

    /// A file cannot come, and the page does not tell so itself.
    func failUpload(_ key: UploadKey, reason: String)
}

/// The files that one part of a page waits for, takes in, and keeps until they are consumed.
final class RunningUploads {
    private enum Pass {
        case granted(UploadGrant)
        case used
        case withdrawn
    }

    /// By their tickets, with the line in which those came.
    private var passes: [String: Pass] = [:]
    private var tickets = Queue<String>()
    private var channels: [UploadChannel] = []

    func run(_ request: UploadRequest, for host: any UploadHost) {
        switch request {
        case .expect(let grant): expect(grant, limit: host.uploadTicketLimit)
        case .drop(let key): drop(key, of: host)
        }
    }

    /// What has come of a file; nil when its channel was never joined, or is gone.
    func arrival(of key: UploadKey) -> UploadArrival? { channels.first { $0.key == key }?.arrival }

    /// Whether a ticket is one of these.
    func knows(_ ticket: String) -> Bool { passes[ticket] != nil }

    /// The file that comes on a channel.
    func key(of frame: ClientFrame) -> UploadKey? { channel(of: frame)?.key }

    /// Opens the channel of a file.
    func join(_ ticket: String, _ frame: ClientFrame, for host: any UploadHost) throws(UploadFailure) {
        switch passes[ticket] {
        case nil: throw .invalidToken
        case .withdrawn: throw .disallowed
        case .used: throw .alreadyRegistered
        case .granted(let grant):
            guard !channels.contains(where: { $0.key == grant.key }) else { throw .alreadyRegistered }
            passes[ticket] = .used
            do {
                let channel = try UploadChannel(grant, for: frame, in: host.uploadFolder)
                channels.append(channel)
                expectChunk(on: channel, for: host)
            } catch {
                throw .writerError
            }
        }
    }

    /// Takes the next bytes of a file; when they are refused, the file is gone.
    func take(_ bytes: [UInt8], _ frame: ClientFrame, for host: any UploadHost) throws(UploadFailure) {
        guard let channel = channel(of: frame) else { throw .disallowed }
        // What comes after the end does no harm to what is there.
        guard channel.file == nil else { throw .fileSizeLimitExceeded(limit: channel.size) }
        do {
            try channel.take(bytes)
            expectChunk(on: channel, for: host)
        } catch {
            end(channel, clock: host.clock)
            throw error as? UploadFailure ?? .writerError
        }
    }

    /// The page leaves a file's channel: what has come in part is of no use.
    func leave(_ frame: ClientFrame, clock: VirtualClock) {
        if let channel = channel(of: frame), channel.file == nil { end(channel, clock: clock) }
    }

    func end(clock: VirtualClock) {
        for channel in channels { end(channel, clock: clock) }
        passes = [:]
        tickets = Queue()
    }

    /// A page may ask for the same file again and again: what it asked for long ago is forgotten.
    private func expect(_ grant: UploadGrant, limit: Int) {
        passes[grant.ticket] = .granted(grant)
        tickets.append(grant.ticket)
        while tickets.count > limit, let oldest = tickets.popFirst() { passes[oldest] = nil }
    }

    private func channel(of frame: ClientFrame) -> UploadChannel? {
        channels.first { $0.topic == frame.topic && $0.joinReference == frame.joinReference }
    }

    private func drop(_ key: UploadKey, of host: any UploadHost) {
        for case (let ticket, .granted(let grant)) in passes where grant.key == key { passes[ticket] = .withdrawn }
        guard let channel = channels.first(where: { $0.key == key }) else { return }
        end(channel, clock: host.clock)
        host.push(.close, to: channel.topic, joinReference: channel.joinReference)
    }

    private func end(_ channel: UploadChannel, clock: VirtualClock) {
        if let timer = channel.timer { clock.cancel(timer) }
        channels.removeAll { $0 === channel }
        channel.remove()
    }

    /// Gives the next chunk its time.
    private func expectChunk(on channel: UploadChannel, for host: any UploadHost) {
        let clock = host.clock
        if let timer = channel.timer { clock.cancel(timer) }
        channel.timer = nil
        guard channel.file == nil else { return }
        channel.timer = clock.schedule(after: channel.rules.chunkTimeout) { [weak self, weak channel, weak host] in
            guard let self, let channel, let host else { return }
            channel.timer = nil
            end(channel, clock: host.clock)
            host.push(.error, to: channel.topic, joinReference: channel.joinReference)
            host.failUpload(channel.key, reason: "no more of it came in time")
        }
    }
}
