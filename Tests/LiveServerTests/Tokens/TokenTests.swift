import LiveEngine
import Synchronization
import Testing

@testable import LiveServer

@Suite("Tokens")
struct TokenTests {
    private static let secret = [UInt8](repeating: 7, count: 32)
    /// A clock that a test sets.
    private final class Time: Sendable {
        private let seconds = Mutex(1_000_000)

        var now: Duration { seconds.withLock { .seconds($0) } }

        func advance(_ count: Int) { seconds.withLock { $0 += count } }
    }

    private let time = Time()

    private func signer(_ secret: [UInt8] = secret) -> TokenSigner {
        TokenSigner(secret: secret) { [time] in time.now }
    }

    @Test(arguments: TokenPurpose.allCases)
    func `A token says what it was made of, for its purpose alone`(_ purpose: TokenPurpose) {
        let signer = signer()
        let token = signer.seal("groß & klein", for: purpose)
        for other in TokenPurpose.allCases {
            #expect(signer.open(token, for: other) == (other == purpose ? "groß & klein" : nil))
        }
    }

    @Test func `A token with any byte changed, added or taken is none`() {
        let signer = signer()
        let token = Array(signer.seal("content", for: .session).utf8)
        for index in token.indices {
            var (changed, shorter) = (token, token)
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            shorter.remove(at: index)
            for bytes in [changed, shorter, token + [changed[index]]] where bytes != token {
                #expect(signer.open(String(decoding: bytes, as: UTF8.self), for: .session) == nil)
            }
        }
    }

    @Test(arguments: ["", ".", "..", "a.b", "AAAAAAAAAAA.AAAA", "session.default", "\u{0}.\u{0}"])
    func `A text that is no token opens nothing`(_ text: String) {
        #expect(signer().open(text, for: .session) == nil)
    }

    @Test func `A token of another secret is none`() {
        let token = signer([UInt8](repeating: 8, count: 32)).seal("content", for: .session)
        #expect(signer().open(token, for: .session) == nil)
    }

    @Test(arguments: TokenPurpose.allCases)
    func `A token is good for its time and not a second longer`(_ purpose: TokenPurpose) {
        let signer = signer()
        let token = signer.seal("content", for: purpose)
        time.advance(Int(purpose.lifetime.components.seconds))
        #expect(signer.open(token, for: purpose) == "content")
        time.advance(1)
        #expect(signer.open(token, for: purpose) == nil)
    }

    @Test func `Bytes of any length survive being text, and no other text stands for them`() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 73 + count) }
            let text = Base64URL.encode(bytes)
            #expect(Base64URL.decode(text.utf8) == bytes)
        }
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        for text in ["-_9", "-_8=", "A", "AA A", "+/8"] { #expect(Base64URL.decode(text.utf8) == nil) }
    }
}
