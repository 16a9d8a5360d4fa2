/// Why a server did not do what was asked of it.
enum Refusal: String, CaseIterable, Sendable {
    case malformedRequest = "malformed_request"
    case requestTooLarge = "request_too_large"
    case slowRequest = "slow_request"
    case slowReader = "slow_reader"
    case tooManyConnections = "too_many_connections"
    case foreignHost = "foreign_host"
    case foreignOrigin = "foreign_origin"
    case wrongVersion = "wrong_version"
    case foreignToken = "foreign_token"
    case malformedFrame = "malformed_frame"
    case frameTooLarge = "frame_too_large"
    case tooManyJoins = "too_many_joins"
    case tooManyUploadBytes = "too_many_upload_bytes"
    case idle = "idle"
}
