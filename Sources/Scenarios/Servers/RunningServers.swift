import Basics
import LiveProtocol
import TextLayout

/// The servers of one run: each is started before the first case that needs it, and all end with the run.
final class RunningServers {
    /// Why a server is of no use.
    struct Failure: Error {
        let setup: ServerSetup
        let reason: String
    }

    private let access: ServerAccess
    private let now: () -> Duration
    private var processes: [ServerProcess] = []
    private(set) var outputs: [String] = []
    private var folder: String?
    private var started: Set<ServerSetup> = []

    /// - Parameter now: The real time.
    init(access: ServerAccess, now: @escaping () -> Duration) {
        self.access = access
        self.now = now
    }

    /// Starts those of some servers that do not run yet, and waits until each answers.
    ///
    /// - Returns: Why one is of no use.
    func start(_ setups: [ServerSetup]) -> Failure? {
        do throws(Failure) {
            for setup in setups where started.insert(setup).inserted { try start(setup) }
            return nil
        } catch {
            return error
        }
    }

    private func start(_ setup: ServerSetup) throws(Failure) {
        let process: ServerProcess
        let output: String
        do throws(FileFailure) {
            output = try makeOutput()
            process = try ServerProcess(setup.command, in: setup.folder, output: output)
        } catch {
            throw Failure(setup: setup, reason: "the server cannot be started: \(error.reason)")
        }
        processes.append(process)
        outputs.append(output)
        try waitUntilReady(setup, process, output)
    }

    /// Ends all servers, the last one first.
    ///
    /// - Parameter keepsOutput: Whether somebody may want to read what they wrote.
    func end(keepsOutput: Bool) {
        while let process = processes.popLast() { process.end() }
        guard !keepsOutput, let folder else { return }
        for output in outputs { FileSystem.removeFile(output) }
        FileSystem.removeFolder(folder)
    }

    private func makeOutput() throws(FileFailure) -> String {
        let folder: String
        if let present = self.folder {
            folder = present
        } else {
            folder = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-servers-")
            self.folder = folder
        }
        return "\(folder)/\(outputs.count + 1).txt"
    }

    // MARK: Waiting

    private func waitUntilReady(_ setup: ServerSetup, _ process: ServerProcess, _ output: String) throws(Failure) {
        let host = access.makeHost(VirtualClock())
        let deadline = now() + setup.within
        let arrival = Arrival()
        var pause = Duration.milliseconds(10)
        var word = ""
        while now() < deadline {
            let page = host.request(PageRequest(origin: setup.ready.server.origin, url: setup.ready.path))
            page.onAnswer = arrival.ring
            if page.answer == nil { _ = arrival.wait(atMost: deadline - now()) }
            switch page.answer {
            case .response: return
            case .failed(let failure): word = "; \(failure)"
            case nil: page.cancel()
            }
            if let code = process.exitCode {
                throw failure(setup, "the command ended with code \(code) before \(setup.ready) answered", output)
            }
            _ = arrival.wait(atMost: max(.zero, min(pause, deadline - now())))
            pause = min(pause * 2, .milliseconds(200))
        }
        let limit = ScenarioTexts.text(of: setup.within)
        throw failure(setup, "\(setup.ready) did not answer within \(limit)\(word)", output)
    }

    private func failure(_ setup: ServerSetup, _ reason: String, _ output: String) -> Failure {
        Failure(setup: setup, reason: "\(reason); what the server wrote is in \(output)")
    }
}

extension RunningServers.Failure {
    /// What happened, with its place first.
    var message: String {
        "\(setup.path):\(setup.place.line):\(setup.place.column): \(reason)"
    }
}
