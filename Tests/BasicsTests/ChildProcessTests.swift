import Basics
import Foundation
import Testing

struct ChildProcessTests {
    @Test func `What is started finds its signals as usual, though this program ignores some`() throws {
        signal(SIGPIPE, SIG_IGN)
        let output = NSTemporaryDirectory() + "viewfinder-\(UUID().uuidString)"
        defer { unlink(output) }
        let process = try ChildProcess.start(
            ["/bin/sh", "-c", "echo begins; kill -PIPE $$; echo goes on"], streams: .file(input: nil, output: output))
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        #expect(status & 0x7F == SIGPIPE)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "begins\n")
    }

    @Test func `A program without a slash is looked for where commands are`() throws {
        let process = try ChildProcess.start(["true"], streams: .inherited, hasOwnGroup: false)
        var status: Int32 = -1
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        #expect(status == 0)
        #expect(throws: FileFailure.self) { try ChildProcess.start(["no-such-program"], streams: .inherited) }
    }
}
