/// A change of the context that comes in place of an info, for what no view needs to handle by itself.
struct ContextChange<Context>: Sendable {
    let apply: @Sendable (inout Context) -> Void
}
