import LiveProtocol
import Simulator

/// The past of the page, as far as the interface goes.
extension Interface {
    /// Shows the time line under the page.
    func openTimeLine() {
        guard let history else { return }
        overlay = TimeLine(history, isRemote: simulator.client.settings.isRemote) { [unowned self] moment in
            goOn(from: moment, in: history)
        }
    }

    /// Makes a moment the present again.
    ///
    /// - Returns: Why that cannot be, in words for people.
    private func goOn(from moment: PageMoment, in history: PageHistory) -> String? {
        do throws(RestoreRefusal) {
            let shortfalls = try simulator.restore(moment.kept)
            history.note(restoring: moment)
            let exceptions = shortfalls.prefix(3).map { "; \($0)" }.joined()
            problems.tell(
                "went on from moment \(moment.number); what the outside world saw is not undone\(exceptions)")
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Notes a key that goes to the page; what is typed into a password field is not told.
    func noteForHistory(_ key: Key) {
        guard let history else { return }
        let isSecret = key.character != nil && simulator.isTypingSecret
        history.note(isSecret ? .secret : .key(key))
    }
}
