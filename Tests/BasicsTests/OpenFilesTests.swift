import Basics
import Testing

@Suite("Open files")
struct OpenFilesTests {
    @Test func `A program is told how many it may have, which asking for few does not lower`() {
        let now = OpenFiles.allow(1)
        #expect(now >= 64)
        #expect(OpenFiles.allow(64) == now)
        #expect(OpenFiles.allow(.max) >= now)
    }
}
