import LiveProtocol

/// The channels on which files come, each within the session that expects the file.
extension Connection {
    func joinUpload(_ token: String, _ frame: ClientFrame) {
        guard let ticket = engine.shared.tokens.sealer.open(token, for: .upload) else {
            return reply(UploadFailure.invalidToken.reply, to: frame)
        }
        for session in sessions {
            guard let uploads = session.activities?.uploads(where: { $0.knows(ticket) }) else { continue }
            do throws(UploadFailure) {
                try uploads.join(ticket, frame, for: session)
                return reply(.handled(nil), to: frame)
            } catch {
                return reply(error.reply, to: frame)
            }
        }
        reply(UploadFailure.invalidToken.reply, to: frame)
    }

    func takeChunk(_ bytes: [UInt8], _ frame: ClientFrame) {
        for session in sessions {
            guard let uploads = session.activities?.uploads(where: { $0.key(of: frame) != nil }),
                let key = uploads.key(of: frame)
            else { continue }
            do throws(UploadFailure) {
                try uploads.take(bytes, frame, for: session)
                reply(.handled(nil), to: frame)
            } catch {
                reply(error.reply, to: frame)
                // Of the rest the page tells by itself.
                if case .writerError = error { session.failUpload(key, reason: "it cannot be kept") }
            }
            return
        }
        reply(UploadFailure.disallowed.reply, to: frame)
    }
}
