import CLibrary
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

#if TLS
    import NIOSSL
#endif

extension RemoteFailure {
    /// Says what an error while connecting means.
    init(connecting error: any Error, to address: RemoteAddress, limits: RemoteLimits) {
        self.init(address.origin, Self.problem(connecting: error, to: address, limits: limits))
    }

    /// Says what an error on a connection means.
    ///
    /// - Parameter isAnswering: Whether an answer has begun.
    init(answering error: any Error, at address: RemoteAddress, limits: RemoteLimits, isAnswering: Bool) {
        let problem: Problem =
            switch error {
            case HTTPParserError.headerOverflow: .headersTooLarge(limit: limits.headers)
            case HTTPParserError.invalidEOFState: .cutShort
            case is HTTPParserError: .noHTTP
            case NIOWebSocketError.invalidFrameLength,
                NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge:
                .messageTooLarge(limit: limits.message)
            case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error: .brokenRules
            default: Self.protection(error) ?? (isAnswering ? .cutShort : .noAnswer)
            }
        self.init(address.origin, problem)
    }

    private static func problem(
        connecting error: any Error, to address: RemoteAddress, limits: RemoteLimits
    ) -> Problem {
        switch error {
        case let failure as RemoteFailure: return failure.problem
        case let error as NIOConnectionError:
            guard let first = error.connectionErrors.first else { return .unknownHost(address.host) }
            return problem(connecting: first.error, to: address, limits: limits)
        case ChannelError.connectTimeout: return .slowConnection(limits.connect)
        case let error as IOError:
            switch error.errnoCode {
            case ECONNREFUSED: return .nobodyListens(port: address.port)
            case ETIMEDOUT: return .slowConnection(limits.connect)
            case ENETUNREACH, EHOSTUNREACH: return .unreachable(reason: "no way leads there")
            default: return .unreachable(reason: String(cString: strerror(error.errnoCode)))
            }
        default: return protection(error) ?? .unreachable(reason: "\(error)")
        }
    }

    /// What an error of TLS means; nil for one of something else.
    private static func protection(_ error: any Error) -> Problem? {
        #if TLS
            switch error {
            case NIOSSLError.uncleanShutdown: return nil
            case is NIOSSLExtraError, NIOSSLError.unableToValidateCertificate: return .foreignCertificate
            case is NIOSSLError, is BoringSSLError:
                return "\(error)".contains("CERTIFICATE_VERIFY_FAILED") ? .untrustedCertificate : .noTLS
            default: return nil
            }
        #else
            return nil
        #endif
    }
}
