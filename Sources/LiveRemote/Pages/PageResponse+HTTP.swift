import Basics
import LiveProtocol
import NIOHTTP1

extension PageResponse {
    /// Makes a page of what a server answered.
    init(
        _ head: HTTPResponseHead, _ body: [UInt8], from address: RemoteAddress, limits: RemoteLimits
    ) throws(RemoteFailure) {
        let type = MediaType(head.headers.first(name: "Content-Type") ?? "")
        let status = Int(head.status.code)
        self.init(
            status: status, contentType: type.name,
            location: Self.redirects.contains(status) ? head.headers.first(name: "Location") : nil,
            cookies: head.headers["Set-Cookie"].compactMap { SetCookie(header: $0) })
        guard location == nil else { return }
        let bytes = try Self.unpacked(body, head.headers, address, limit: limits.page)
        html = Self.html(of: bytes, type, status: head.status)
    }

    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]

    private static func html(of bytes: [UInt8], _ type: MediaType, status: HTTPResponseStatus) -> String {
        guard !bytes.isEmpty || type.name == "text/css" else {
            return StandInPage.empty(status: HTTPResponseStatus(statusCode: Int(status.code)))
        }
        switch type.kind(of: bytes) {
        case .page: return Charset.text(of: bytes, label: type.charset, isHTML: true)
        case .styleSheet: return Charset.text(of: bytes, label: type.charset)
        case .text: return StandInPage.text(Charset.text(of: bytes, label: type.charset))
        case .other: return StandInPage.other(type.name, size: bytes.count)
        }
    }

    /// Takes off what was packed, the last packing first (RFC 9110, section 8.4).
    private static func unpacked(
        _ body: [UInt8], _ headers: HTTPHeaders, _ address: RemoteAddress, limit: Int
    ) throws(RemoteFailure) -> [UInt8] {
        var bytes = body
        // Whoever packs a page more than twice wants to cost something.
        let packings = headers[canonicalForm: "Content-Encoding"].map { $0.lowercased() }.filter { $0 != "identity" }
        guard packings.count <= 2 else {
            throw RemoteFailure(address.origin, .unknownPacking("\(packings.count) times"))
        }
        for packing in packings.reversed() where !bytes.isEmpty {
            let unpacked: [UInt8]?
            do throws(InflateError) {
                unpacked = try Self.unpacked(bytes, packing, limit: limit)
            } catch {
                switch error {
                case .tooLarge: throw RemoteFailure(address.origin, .pageTooLarge(limit: limit))
                case .damaged: throw RemoteFailure(address.origin, .damagedPacking)
                }
            }
            guard let unpacked else { throw RemoteFailure(address.origin, .unknownPacking(packing)) }
            bytes = unpacked
        }
        return bytes
    }

    /// - Returns: Nil for a packing that was not asked for.
    private static func unpacked(_ bytes: [UInt8], _ packing: String, limit: Int) throws(InflateError) -> [UInt8]? {
        switch packing {
        case "gzip", "x-gzip": try Inflate.unpack(gzip: bytes, limit: limit)
        case "deflate": try Inflate.unpack(zlib: bytes, limit: limit)
        default: nil
        }
    }
}
