import Foundation
import Simulator
import Synchronization
import Testing

@testable import TerminalUI

@Suite("The watch over a busy loop")
struct BusyWatchTests {
    /// Why the watch ended the program.
    private final class Box: Sendable {
        let reasons = Mutex<[BusyWatch.Reason]>([])
        func add(_ reason: BusyWatch.Reason) { reasons.withLock { $0.append(reason) } }
    }

    private static let quitKeys = [Key(.character("q")), Key(.character("q"), .control)]

    /// Lets the loop be at work while keys come, until the watch has read them, however busy the machine is; gives why the
    /// watch ended the program, and what it kept for the loop.
    private func work(
        keys: String, isQuitKnown: Bool = false, quitKeys: [Key] = quitKeys
    ) -> (ends: [BusyWatch.Reason], early: String) {
        let pipe = Pipe()
        let box = Box()
        let watch = BusyWatch(input: pipe.fileHandleForReading.fileDescriptor) { box.add($0) }
        watch.start()
        pipe.fileHandleForWriting.write(Data(keys.utf8))
        var early: [UInt8] = []
        for _ in 0..<200 {
            watch.begin(decoder: InputDecoder(), quitKeys: quitKeys, isQuitKnown: isQuitKnown)
            Thread.sleep(forTimeInterval: 0.3)
            early += watch.rest()
            let isOver = !box.reasons.withLock { $0 }.isEmpty
            if isOver || (early.count == keys.utf8.count && !isQuitKnown) { break }
        }
        watch.stop()
        return (box.reasons.withLock { $0 }, String(decoding: early, as: UTF8.self))
    }

    @Test(
        "obeys what quits, and nothing else",
        arguments: [
            ("q", [BusyWatch.Reason.key]), ("\u{11}", [.key]), ("abc\u{11}", [.key]), ("\u{1B}[113;5u", [.key]),
            // It may be meant for a field that the keys before it lead to.
            ("\tq", []),
            // Pasted text is no key.
            ("\u{1B}[200~\u{11}", []), ("abc", []), ("", []),
        ])
    func quitting(keys: String, ends: [BusyWatch.Reason]) {
        let outcome = work(keys: keys)
        #expect(outcome.ends == ends)
        #expect(outcome.early == keys)
    }

    @Test("leaves a printable key to a field that has the focus")
    func inField() {
        #expect(work(keys: "q", quitKeys: [Key(.character("q"), .control)]).ends.isEmpty)
    }

    @Test("obeys what the loop has read already and cannot come to")
    func known() { #expect(work(keys: "", isQuitKnown: true).ends == [.key]) }

    @Test("lets a loop that is only slow do so itself")
    func slow() {
        let pipe = Pipe()
        let box = Box()
        // So long between two looks that no machine is too slow to be done before the last of them.
        let watch = BusyWatch(input: pipe.fileHandleForReading.fileDescriptor, look: 10_000) { box.add($0) }
        watch.start()
        watch.begin(decoder: InputDecoder(), quitKeys: Self.quitKeys, isQuitKnown: false)
        pipe.fileHandleForWriting.write(Data("q".utf8))
        #expect(watch.rest().isEmpty)
        watch.stop()
        #expect(box.reasons.withLock { $0 }.isEmpty)
    }
}
