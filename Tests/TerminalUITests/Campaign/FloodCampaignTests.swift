import Foundation
import TestSupport
import Testing

/// Keys that quit are answered whatever a view does.
@Suite(.enabled(if: Program("Rogue").path != nil, Product.reason), .serialized)
struct FloodCampaignTests {
    /// What quits, and the status it leaves.
    private static let quits: [(keys: String, status: Int32)] = [("q", 0), ("\u{11}", 0), ("\u{3}", 130)]
    /// On a machine that does nothing else it is a tenth of a second; tests have to bear a busy one.
    private static let patience: TimeInterval = 2

    private let program = Program("Rogue").path ?? ""

    /// Starts something, quits, and tells how long it took until the terminal was given back.
    private func timeToQuit(
        _ path: String, _ start: String, _ wanted: String, by quit: (keys: String, status: Int32),
        after pause: TimeInterval
    ) throws -> TimeInterval {
        let session = try TerminalProgram(program, ["open", path])
        try #require(session.waitFor(wanted))
        session.type(start)
        session.watch(for: pause)
        let mark = session.output.count
        let begin = Date()
        session.type(quit.keys)
        // A person sees the shell's screen again; the sessions of the page may end behind that.
        let leaving = Array("\u{1B}[?1049l".utf8)
        session.watch(for: 10) { session.output[mark...].firstRange(of: leaving) != nil }
        let time = Date().timeIntervalSince(begin)
        #expect(session.waitForEnd(seconds: 60) == quit.status)
        #expect(session.damage().isEmpty)
        return time
    }

    @Test func `A handler that never returns, by a key or by a timer, is left at once`() throws {
        var longest = 0.0
        var rounds = 0
        for _ in 0..<max(1, Campaign.rounds(usually: 1) / 5) {
            for key in ["s", "l", "t"] {
                for quit in Self.quits {
                    let time = try timeToQuit("/stuck", key, "spin", by: quit, after: 0.2)
                    #expect(time < Self.patience)
                    longest = max(longest, time)
                    rounds += 1
                }
            }
        }
        try Campaign.report("floods", "quitting a stuck handler, \(rounds) times", "\(Self.words(longest)) at most")
    }

    @Test(arguments: [
        "silent", "visible", "pushes", "subscriptions", "timers", "once", "sends", "tasks", "broadcasts",
    ])
    func `A view that floods is left at once`(flood: String) throws {
        var longest = 0.0
        var rounds = 0
        for pause in [0.05, 0.5] + (Campaign.isRunning ? [2, 5] : []) {
            let time = try timeToQuit("/floods/\(flood)", "e", "floods", by: ("q", 0), after: pause)
            #expect(time < Self.patience)
            longest = max(longest, time)
            rounds += 1
        }
        try Campaign.report("floods", "quitting \(flood), \(rounds) times", "\(Self.words(longest)) at most")
    }

    @Test(arguments: [
        ("sends", "were dropped, since 10000 were waiting already"),
        ("silent", "infos in a row changed nothing on the page"),
        ("visible", "was still not at rest after"),
        ("once", "was still not at rest after"),
    ])
    func `What becomes of a flood is told in the message bar`(flood: String, words: String) throws {
        let session = try TerminalProgram(program, ["open", "/floods/\(flood)"])
        try #require(session.waitFor("floods"))
        session.type("e")
        #expect(session.watch(for: 60) { Self.plain(session.output.suffix(20_000)).contains(words) })
    }

    /// The text on the terminal without the sequences in between; its lines run on.
    private static func plain(_ output: ArraySlice<UInt8>) -> String {
        String(decoding: output, as: UTF8.self).replacing(/\u{1B}[\[(][0-9;?]*[A-Za-z]/, with: "")
            .replacing(/\s+/, with: " ")
    }

    private static func words(_ time: TimeInterval) -> String { "\(Int((time * 1000).rounded())) ms" }
}
