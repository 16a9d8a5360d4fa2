/// One unchanging piece of a template literal: where its bytes lie in the program, never a copy of them.
///
/// Two pieces are the same when they are the same bytes in memory, so comparing costs nothing whatever their length.
@usableFromInline
struct StaticPiece: Hashable {
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let count: Int

    /// - Parameter literal: A literal of the program, which lives as long as the program does.
    @inlinable
    init(_ literal: StaticString) {
        // A literal of one scalar may be kept without an address; it is not used as a piece (see `Interpolation`).
        start = literal.utf8Start
        count = literal.utf8CodeUnitCount
    }

    @inlinable
    static var empty: StaticPiece { StaticPiece("") }

    @usableFromInline
    static func == (left: StaticPiece, right: StaticPiece) -> Bool {
        left.count == right.count && (left.start == right.start || left.count == 0)
    }

    @usableFromInline
    func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        if count > 0 { hasher.combine(start) }
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
