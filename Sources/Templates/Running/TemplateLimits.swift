/// How far one rendering of a template may go before something must be wrong with it.
///
/// What goes beyond is an error at its place in the template, as any other.
public struct TemplateLimits: Hashable, Sendable {
    /// How many steps a rendering may take: rounds of loops, calls, filters, and values that these look through.
    public var work = 2_000_000
    /// How many levels of statements and expressions may be open at a time, over all includes, macros and loops.
    ///
    /// More than 1,000 count as 1,000, since the stack of a thread holds no more.
    public var depth = 1000
    /// How many bytes of text, lists and dictionaries a rendering may make in all, its page among them.
    public var size = 128 << 20

    /// Makes the limits that hold unless told otherwise.
    public init() {}
}
