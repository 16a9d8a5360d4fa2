import HTMLTree
import LiveProtocol

/// One file on its way to whoever keeps it: over a channel, or by an uploader of the app.
package final class FileTransfer {
    package var file: ClientFile { tracked.file }
    /// What the view gave for sending the file: a token, or an uploader's own data.
    package let pass: JSONValue
    /// Whether it is over: all sent, failed, or not wanted any more.
    package private(set) var isOver = false

    let tracked: TrackedFile
    let input: NodeID
    let target: PushTarget
    private weak var uploads: Uploads?
    private let round: UploadRound
    private var lastPercent = 0
    /// The channel it goes over; nil with an uploader.
    var channel: FileChannel?

    init(
        _ tracked: TrackedFile, pass: JSONValue, input: NodeID, target: PushTarget, round: UploadRound,
        uploads: Uploads
    ) {
        self.tracked = tracked
        self.pass = pass
        self.input = input
        self.target = target
        self.round = round
        self.uploads = uploads
    }

    /// Tells the view how much was sent, when it is a percent more; with 100 the file is there.
    package func progress(_ percent: Int) {
        let percent = min(percent, 100)
        guard !isOver, percent > lastPercent else { return }
        lastPercent = percent
        if percent == 100 { isOver = true }
        uploads?.tellProgress(.percent(percent), of: self) { [self] isTold in
            guard percent == 100 else { return }
            tracked.stage = .sent
            uploads?.ended(self)
            round.finish(failed: !isTold)
        }
    }

    /// Tells the view that the file cannot be sent.
    package func fail(_ reason: String = "failed") {
        guard end() else { return }
        // Of what it cannot keep the view knows by itself (TheClientsRules.md, "Uploads").
        if reason != UploadFailure.writerError.reason { uploads?.tellProgress(.failed(reason: reason), of: self) }
        uploads?.failed(self)
        round.finish(failed: true)
    }

    /// The file is not wanted any more.
    func cancel() {
        guard end() else { return }
        round.finish()
    }

    private func end() -> Bool {
        guard !isOver else { return false }
        isOver = true
        tracked.stage = .chosen
        channel?.leave()
        uploads?.ended(self)
        return true
    }
}
