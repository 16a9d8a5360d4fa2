/// The HTML of an element whose inside cannot be cut into parts: the pieces, and the dynamics between them.
struct SealedSource {
    let pieces: [String]
    let dynamics: Range<Int>
}
