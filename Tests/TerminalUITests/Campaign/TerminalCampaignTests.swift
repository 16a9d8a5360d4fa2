import Foundation
import TestSupport
import Testing

/// The terminal is given back whatever ends the program, and whenever.
@Suite(.enabled(if: Product.viewfinder != nil, Product.reason), .serialized)
struct TerminalCampaignTests {
    /// A moment in the life of a session.
    enum Moment: String, CaseIterable {
        case start, painting, idle, typing, ending
    }

    /// Every signal whose default action ends a process.
    static let signals: [Int32] = (1...64).filter { number in
        let harmless = [SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGWINCH]
        // 32 and 33 are the C library's own.
        return !harmless.contains(number) && ![32, 33].contains(number)
    }

    private let program = Product.viewfinder ?? ""

    @Test func `Every signal that ends a process, at every moment of a session, leaves the terminal as it was`() throws
    {
        var random = SeededGenerator(seed: 8)
        let cases = Self.signals.flatMap { signal in Moment.allCases.map { (signal, $0) } }.shuffled(using: &random)
        let rounds = Campaign.rounds(usually: 50)
        var broken: [String] = []
        for round in 0..<rounds {
            let (signal, moment) = cases[round % cases.count]
            let session = try TerminalProgram(program, ["open", "/settings"])
            try lead(session, to: moment, &random)
            // To the program itself, or to the parent that looks after the terminal.
            let receiver = round.isMultiple(of: 2) ? session.process : session.children.first ?? session.process
            kill(receiver, signal)
            let status = session.waitForEnd(seconds: 60)
            // Nobody can wait for what is done after the parent was killed.
            if signal == SIGKILL { session.watch(for: 60) { session.damage().isEmpty } }
            let damage = session.damage()
            let isEnd = status == 128 + signal || (moment == .ending && status == 0)
            guard damage.isEmpty, isEnd else {
                broken.append(
                    "\(moment.rawValue), signal \(signal), status \(status.map(String.init) ?? "none"): \(damage)")
                continue
            }
        }
        #expect(broken.isEmpty)
        try Campaign.report(
            "terminal", "\(Self.signals.count) signals at \(Moment.allCases.count) moments",
            "\(broken.count) of \(rounds) left broken")
    }

    private func lead(
        _ session: TerminalProgram, to moment: Moment, _ random: inout SeededGenerator
    ) throws {
        if moment == .start { return _ = session.watch(for: .random(in: 0...0.1, using: &random)) }
        try #require(session.waitFor("Name"))
        switch moment {
        case .start, .idle: break
        case .painting: session.type("\u{0C}")
        case .typing: session.type("\tAda")
        case .ending: session.type("\u{11}")
        }
        // The others are over in a few milliseconds.
        if moment != .idle { session.watch(for: .random(in: 0...0.004, using: &random)) }
    }

    @Test func `A signal that comes while the program is suspended ends it, and the title is given back`() throws {
        let shell = try #require(
            ["/bin/bash", "/usr/bin/bash"].first { FileManager.default.isExecutableFile(atPath: $0) })
        let rounds = Campaign.rounds(usually: 6)
        var broken: [String] = []
        for round in 0..<rounds {
            let signal = Self.signals[(round * 7) % Self.signals.count]
            let session = try TerminalProgram(shell, ["--norc", "-i"], environment: ["PS1": "$ "])
            try #require(session.waitFor("$ "))
            session.type("\(program) open /settings\n")
            try #require(session.waitFor("Name"))
            let job = try #require(session.children.first)
            session.type("\u{1A}")
            try #require(session.waitFor("Stopped"))
            if !round.isMultiple(of: 3) {
                // Suspended for a second time, after it had gone on.
                session.forgetOutput()
                session.type("fg\n")
                try #require(session.waitFor("Name"))
                session.type("\u{1A}")
                try #require(session.waitFor("Stopped"))
            }
            kill(job, signal)
            kill(job, SIGCONT)
            let isOver = session.watch(for: 60) { kill(job, 0) != 0 }
            session.watch(for: 60) { session.damage(countsModes: false).isEmpty }
            let damage = session.damage(countsModes: false)
            if !isOver || !damage.isEmpty { broken.append("signal \(signal): \(isOver ? "" : "goes on") \(damage)") }
        }
        #expect(broken.isEmpty)
        try Campaign.report("terminal", "suspended, then a signal", "\(broken.count) of \(rounds) left broken")
    }

    @Test func `Traps, overflows and exits on any kind of thread leave the terminal as it was`() throws {
        let rogue = try #require(Program("Rogue").path)
        var broken: [String] = []
        var rounds = 0
        let ends: [(String, Int32)] = [
            ("overflow", 128 + SIGSEGV), ("trap", 128 + SIGILL), ("abort", 128 + SIGABRT), ("exit", 7),
            ("kill", 128 + SIGKILL),
        ]
        for _ in 0..<Campaign.rounds(usually: 1) {
            for (death, wanted) in ends {
                for place in ["main", "thread", "queue", "task"] {
                    let session = try TerminalProgram(rogue, ["open", "/ends/\(death)/\(place)"])
                    try #require(session.waitFor("ends it"))
                    session.type("e")
                    let status = session.waitForEnd()
                    let damage = session.damage()
                    rounds += 1
                    // A trap is another instruction on other processors.
                    let isWanted = status == wanted || (death == "trap" && status == 128 + SIGTRAP)
                    if !isWanted || !damage.isEmpty {
                        broken.append("\(death) on \(place): \(status.map(String.init) ?? "none") \(damage)")
                    }
                }
            }
        }
        #expect(broken.isEmpty)
        try Campaign.report("terminal", "5 ends on 4 kinds of threads", "\(broken.count) of \(rounds) left broken")
    }
}
