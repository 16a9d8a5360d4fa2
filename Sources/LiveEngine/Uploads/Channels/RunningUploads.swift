import LiveProtocol

/// The files that one part of a page waits for, takes in, and keeps until they are consumed.
final class RunningUploads {
    private enum Pass {
        case granted(UploadGrant)
        case used
        case withdrawn
    }

    private var passes: [String: Pass] = [:]
    private var channels: [UploadChannel] = []

    func run(_ request: UploadRequest, for session: LiveSession) {
        switch request {
        case .expect(let grant): passes[grant.token] = .granted(grant)
        case .drop(let key): drop(key, in: session.place)
        }
    }

    /// What has come of a file; nil when its channel was never joined, or is gone.
    func arrival(of key: UploadKey) -> UploadArrival? { channels.first { $0.key == key }?.arrival }

    /// Whether a token is one of these.
    func knows(_ token: String) -> Bool { passes[token] != nil }

    /// The file that comes on a channel.
    func key(of frame: ClientFrame) -> UploadKey? { channel(of: frame)?.key }

    /// Opens the channel of a file.
    func join(_ token: String, _ frame: ClientFrame, for session: LiveSession) throws(UploadFailure) {
        switch passes[token] {
        case nil: throw .invalidToken
        case .withdrawn: throw .disallowed
        case .used: throw .alreadyRegistered
        case .granted(let grant):
            guard !channels.contains(where: { $0.key == grant.key }) else { throw .alreadyRegistered }
            passes[token] = .used
            do {
                let channel = try UploadChannel(grant, for: frame, in: session.place.engine.uploadFolder)
                channels.append(channel)
                expectChunk(on: channel, for: session)
            } catch {
                throw .writerError
            }
        }
    }

    /// Takes the next bytes of a file; when they are refused, the file is gone.
    func take(_ bytes: [UInt8], _ frame: ClientFrame, for session: LiveSession) throws(UploadFailure) {
        guard let channel = channel(of: frame) else { throw .disallowed }
        // What comes after the end does no harm to what is there.
        guard channel.file == nil else { throw .fileSizeLimitExceeded(limit: channel.size) }
        do {
            try channel.take(bytes)
            expectChunk(on: channel, for: session)
        } catch {
            end(channel, in: session.place.engine)
            throw error as? UploadFailure ?? .writerError
        }
    }

    /// The page leaves a file's channel: what has come in part is of no use.
    func leave(_ frame: ClientFrame, in engine: Engine) {
        if let channel = channel(of: frame), channel.file == nil { end(channel, in: engine) }
    }

    func end(in engine: Engine) {
        for channel in channels { end(channel, in: engine) }
        passes = [:]
    }

    private func channel(of frame: ClientFrame) -> UploadChannel? {
        channels.first { $0.topic == frame.topic && $0.joinReference == frame.joinReference }
    }

    private func drop(_ key: UploadKey, in place: SessionPlace) {
        for case (let token, .granted(let grant)) in passes where grant.key == key { passes[token] = .withdrawn }
        guard let channel = channels.first(where: { $0.key == key }) else { return }
        end(channel, in: place.engine)
        place.push(.close, to: channel.topic, joinReference: channel.joinReference)
    }

    private func end(_ channel: UploadChannel, in engine: Engine) {
        if let timer = channel.timer { engine.clock.cancel(timer) }
        channels.removeAll { $0 === channel }
        channel.remove()
    }

    /// Gives the next chunk its time.
    private func expectChunk(on channel: UploadChannel, for session: LiveSession) {
        let clock = session.place.engine.clock
        if let timer = channel.timer { clock.cancel(timer) }
        channel.timer = nil
        guard channel.file == nil else { return }
        channel.timer = clock.schedule(after: channel.rules.chunkTimeout) { [weak self, weak channel, weak session] in
            guard let self, let channel, let session else { return }
            channel.timer = nil
            end(channel, in: session.place.engine)
            session.place.push(.error, to: channel.topic, joinReference: channel.joinReference)
            session.failUpload(channel.key, reason: "no more of it came in time")
        }
    }
}
