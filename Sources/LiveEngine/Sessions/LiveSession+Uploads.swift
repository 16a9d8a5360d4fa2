import LiveProtocol

extension LiveSession: UploadHost {
    final var uploadFolder: TemporaryFolder { place.services.shared.uploadFolder }

    final var uploadTicketLimit: Int { place.services.limits.uploadTickets }

    final func push(_ message: ServerMessage, to topic: String, joinReference: Int?) {
        place.push(message, to: topic, joinReference: joinReference)
    }

    /// The page asks whether files may be sent.
    final func allowUpload(_ preflight: UploadPreflight) -> Reply {
        let answer = answer(.preflight(preflight))
        guard case .handled(let diff) = answer else { return answer }
        return .upload(state.uploads.reply(to: preflight, diff: diff))
    }

    /// The page tells how far a file has come.
    final func noteUpload(_ progress: UploadProgress) -> Reply { answer(work(for: progress)) }

    /// A file cannot come, and the page does not tell so itself.
    final func failUpload(_ key: UploadKey, reason: String) {
        let progress = UploadProgress(
            reference: key.upload, entryReference: key.entry, state: .failed(reason: reason))
        receive(work(for: progress))
    }

    private func work(for progress: UploadProgress) -> SessionWork {
        let key = UploadKey(upload: progress.reference, entry: progress.entryReference)
        let uploads = activities?.uploads { $0.arrival(of: key) != nil }
        return .progress(progress, uploads?.arrival(of: key))
    }

    /// The page leaves the channel of a file.
    final func leaveUpload(_ frame: ClientFrame) {
        activities?.uploads { $0.key(of: frame) != nil }?.leave(frame, clock: clock)
    }
}
