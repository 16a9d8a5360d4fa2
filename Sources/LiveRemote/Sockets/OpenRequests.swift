import LiveProtocol

/// The requests that wait for an answer whose form depends on them.
struct OpenRequests {
    private struct Request {
        /// The join of the channel over which it was made.
        let joinReference: Int?
        let message: ClientMessage
    }

    private var requests: [String: [Int: Request]] = [:]

    /// Notes what is sent.
    mutating func note(_ frame: ClientFrame) {
        switch frame.message {
        case .join, .allowUpload, .componentsDestroyed:
            requests[frame.topic, default: [:]][frame.reference] = Request(
                joinReference: frame.joinReference, message: frame.message)
        case .event, .livePatch, .componentsWillBeDestroyed, .uploadProgress, .joinUpload, .uploadChunk, .leave: break
        }
    }

    /// Takes out what an answer is for.
    mutating func take(_ topic: String, _ reference: Int) -> ClientMessage? {
        let request = requests[topic]?.removeValue(forKey: reference)
        if requests[topic]?.isEmpty == true { requests[topic] = nil }
        return request?.message
    }

    /// Forgets what a channel that is closed does not answer any more.
    ///
    /// - Parameter joinReference: The channel's join; nil from servers that do not tell, where a join that waits belongs
    ///   to the next channel of the topic.
    mutating func forget(_ topic: String, joinReference: Int?) {
        let kept = requests[topic]?.filter { reference, request in
            joinReference.map { $0 != request.joinReference } ?? (request.joinReference == reference)
        }
        requests[topic] = kept?.isEmpty == false ? kept : nil
    }
}
