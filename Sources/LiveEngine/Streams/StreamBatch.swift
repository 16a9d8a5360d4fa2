import Synchronization

/// The operations of a stream since it was sent last, shared by all copies of the stream.
///
/// When they are sent they are forgotten here, and so in all copies at once: no row stays in memory.
final class StreamBatch<Element: Sendable>: Sendable {
    private let content: Mutex<StreamOperations<Element>>

    init(_ operations: StreamOperations<Element> = StreamOperations()) { content = Mutex(operations) }

    var operations: StreamOperations<Element> { content.withLock { $0 } }

    func change(_ body: (inout StreamOperations<Element>) -> Void) { content.withLock { body(&$0) } }

    func forget() { content.withLock { $0 = StreamOperations() } }
}
