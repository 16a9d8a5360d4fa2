import LiveProtocol

@testable import LiveClient

extension ClientMessage {
    /// What a server answers that takes everything without a change; nil for a join, which is to be answered by a page.
    var acknowledgement: Reply? {
        switch self {
        case .join: nil
        case .componentsDestroyed(let cids): .componentsDeleted(cids)
        case .leave, .event, .livePatch, .componentsWillBeDestroyed, .allowUpload, .uploadProgress, .joinUpload,
            .uploadChunk:
            .handled(nil)
        }
    }
}
