#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system knows a thread by.
package typealias ThreadHandle = pthread_t

/// What a thread is to do, handed over to it.
private final class ThreadBody {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread, which has to be joined.
///
/// - Parameter stackSize: In bytes.
/// - Returns: Nil when the system has no more threads.
package func startThread(stackSize: Int, _ body: @escaping @Sendable () -> Void) -> ThreadHandle? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let context = Unmanaged.passRetained(ThreadBody(body))
    #if canImport(Darwin)
        var thread: pthread_t?
        let problem = pthread_create(
            &thread, &attributes,
            {
                runThreadBody($0); return nil
            }, context.toOpaque())
    #else
        var thread = pthread_t()
        let problem = pthread_create(
            &thread, &attributes,
            { context in
                if let context { runThreadBody(context) }
                return nil
            }, context.toOpaque())
    #endif
    guard problem == 0 else {
        context.release()
        return nil
    }
    return thread
}

private func runThreadBody(_ context: UnsafeMutableRawPointer) {
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
}
