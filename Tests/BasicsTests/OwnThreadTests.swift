import Basics
import CLibrary
import Testing

@Suite struct OwnThreadTests {
    @Test func `work on a thread of its own gives its result`() async {
        let here = pthread_self()
        let (sum, isElsewhere) = await OwnThread.result {
            ((1...100).reduce(0, +), pthread_equal(here, pthread_self()) == 0)
        }
        #expect(sum == 5050)
        #expect(isElsewhere)
    }

    @Test func `work may go deep`() async {
        @Sendable func depth(_ level: Int) -> Int { level == 0 ? 0 : 1 + depth(level - 1) }
        #expect(await OwnThread.result { depth(10_000) } == 10_000)
    }
}
