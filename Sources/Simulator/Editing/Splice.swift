/// A replacement of some grapheme clusters by others, such that the result is divided into clusters as a text is.
///
/// A written mark may join the letter before it, and two halves of a flag that come to stand together are one cluster.
struct Splice {
    /// What is replaced; more than was asked for where clusters join.
    let range: Range<Int>
    let characters: [Character]
    /// The first place between clusters that is not before the end of the written text.
    let caret: Int

    init(of text: [Character], range: Range<Int>, with written: [Character]) {
        let lower = max(0, range.lowerBound - 1)
        var reach = 1
        while true {
            let upper = min(text.count, range.upperBound + reach)
            let head = text[lower..<range.lowerBound]
            let tail = text[range.upperBound..<upper]
            let divided = Array(String(head) + String(written) + String(tail))
            // Clusters join to the right as long as the last of them is not what it was (flags beside flags).
            if upper < text.count, divided.last != tail.last {
                reach *= 2
                continue
            }
            let joinsHead = !divided.starts(with: head)
            let joinsTail = divided.count < tail.count || !divided.suffix(tail.count).elementsEqual(tail)
            let start = joinsHead ? lower : range.lowerBound
            let end = joinsTail ? upper : range.upperBound
            self.range = start..<end
            characters = Array(divided.dropFirst(start - lower).dropLast(upper - end))
            var bytes = head.bytes + written.bytes
            var place = lower
            for character in divided where bytes > 0 {
                bytes -= character.utf8.count
                place += 1
            }
            caret = place
            return
        }
    }
}

extension Collection<Character> {
    fileprivate var bytes: Int { reduce(0) { $0 + $1.utf8.count } }
}
