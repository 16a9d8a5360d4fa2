import Crypto
import LiveEngine

/// Makes texts that only this server can have made: their content, when they were made and what for, signed with a secret
/// by HMAC-SHA-256 (RFC 2104). The content is not hidden.
struct TokenSigner: Sendable {
    private let key: SymmetricKey
    /// The time since 1970.
    private let now: @Sendable () -> Duration

    init(secret: [UInt8], now: @escaping @Sendable () -> Duration) {
        key = SymmetricKey(data: secret)
        self.now = now
    }

    /// Signs a content.
    ///
    /// - Parameter purpose: A token is good for what it was made for alone.
    func sign(_ content: String, for purpose: String) -> String {
        let seconds = UInt64(max(0, now().components.seconds))
        let payload = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> ($0 * 8)) } + content.utf8
        return Base64URL.encode(payload) + "." + Base64URL.encode(Array(code(of: payload, purpose)))
    }

    /// The content of a token; nil for one that is not of this server, was changed, is for something else, or too old.
    ///
    /// - Parameter lifetime: How long tokens of this purpose are good for.
    func content(of token: String, for purpose: String, lifetime: Duration) -> String? {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let payload = Base64URL.decode(parts[0]), let code = Base64URL.decode(parts[1]),
            payload.count >= 8,
            // Compares in constant time.
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed(payload, purpose), using: key)
        else { return nil }
        let seconds = (0..<8).reduce(UInt64(0)) { $0 | UInt64(payload[$1]) << ($1 * 8) }
        let age = now() - .seconds(Int64(clamping: seconds))
        // A clock that was set back since makes no token old; one from the future by more than that is none of ours.
        guard age <= lifetime, age + lifetime >= .zero else { return nil }
        return String(validating: payload.dropFirst(8), as: UTF8.self)
    }

    private func code(of payload: [UInt8], _ purpose: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: signed(payload, purpose), using: key)
    }

    /// What is signed: a purpose has no zero byte, so that it ends where the payload begins.
    private func signed(_ payload: [UInt8], _ purpose: String) -> [UInt8] { Array(purpose.utf8) + [0] + payload }
}

extension TokenSigner: TokenSealer {
    func seal(_ content: String, for purpose: TokenPurpose) -> String { sign(content, for: purpose.rawValue) }

    func open(_ token: String, for purpose: TokenPurpose) -> String? {
        content(of: token, for: purpose.rawValue, lifetime: purpose.lifetime)
    }
}
