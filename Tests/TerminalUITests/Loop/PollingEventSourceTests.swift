import Foundation
import Simulator
import Testing

@testable import TerminalUI

@Suite struct PollingEventSourceTests {
    /// An input to write to, and the source that reads it, with a clock that a test moves.
    private final class Bench {
        let keys: WakePipe
        let wake: WakePipe
        var time = Duration.zero
        lazy var source = PollingEventSource(input: keys.reading, pipe: wake) { [unowned self] in time }

        init() throws {
            keys = try WakePipe()
            wake = try WakePipe()
        }

        func type(_ text: String) {
            var text = text
            _ = text.withUTF8 { write(keys.writing, $0.baseAddress, $0.count) }
        }

        func signal(_ number: Int32) {
            var byte = UInt8(number)
            _ = write(wake.writing, &byte, 1)
        }
    }

    @Test func `Keys that wait come at once and in order`() throws {
        let bench = try Bench()
        bench.type("a\u{1B}[A")
        #expect(
            bench.source.wait(atMost: .seconds(60)) == [
                .input(.key(Key(.character("a")))), .input(.key(Key(.up))),
            ])
        #expect(bench.source.wait(atMost: .zero) == [])
    }

    @Test func `A lone escape comes when its time is up`() throws {
        let bench = try Bench()
        bench.type("\u{1B}")
        #expect(bench.source.wait(atMost: .seconds(60)) == [])
        #expect(bench.source.wait(atMost: .zero) == [])
        bench.time = .milliseconds(25)
        #expect(bench.source.wait(atMost: .seconds(60)) == [.input(.key(Key(.escape)))])
    }

    @Test func `News from elsewhere does not make the escape key wait longer`() throws {
        let bench = try Bench()
        bench.type("\u{1B}")
        _ = bench.source.wait(atMost: .zero)
        bench.time = .milliseconds(30)
        bench.wake.wake()
        #expect(bench.source.wait(atMost: .zero) == [.activity, .input(.key(Key(.escape)))])
    }

    @Test func `Signals are events, several of one kind are one`() throws {
        let bench = try Bench()
        for number in [SIGWINCH, SIGWINCH, SIGCONT, SIGTSTP, SIGTERM] { bench.signal(number) }
        #expect(
            bench.source.wait(atMost: .seconds(60)) == [
                .resized, .continued, .suspended, .ended(signal: SIGTERM),
            ])
    }

    @Test func `Other threads wake it`() async throws {
        let bench = try Bench()
        let pipe = bench.wake
        Thread.detachNewThread { pipe.wake() }
        #expect(bench.source.wait(atMost: .seconds(60)) == [.activity])
    }

    @Test func `A terminal that is gone ends the session`() throws {
        let wake = try WakePipe()
        let empty = try #require(FileHandle(forReadingAtPath: "/dev/null"))
        let source = PollingEventSource(input: empty.fileDescriptor, pipe: wake) { .zero }
        #expect(source.wait(atMost: .seconds(60)) == [.ended(signal: SIGHUP)])
    }
}
