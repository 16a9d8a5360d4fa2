/// HTML in the making, as bytes that grow at their end.
///
/// It owns its memory, so that appending costs the copy of the bytes and nothing else.
struct HTMLBuffer: ~Copyable {
    private var bytes: UnsafeMutableRawPointer
    private(set) var capacity: Int
    private(set) var count = 0

    /// How many bytes of a text are escaped at a time, so that a long text reserves no multiple of its length.
    private static let stretch = 4096

    /// - Parameter capacity: How many bytes to make room for.
    init(capacity: Int = 0) {
        bytes = .allocate(byteCount: capacity, alignment: 1)
        self.capacity = capacity
    }

    deinit { bytes.deallocate() }

    /// All that was appended.
    var text: String {
        String(unsafeUninitializedCapacity: count) { target in
            target.baseAddress.map { UnsafeMutableRawPointer($0).copyMemory(from: bytes, byteCount: count) }
            return count
        }
    }

    /// Adds HTML as it is.
    mutating func append(_ html: String) { html.withBytes { append($0) } }

    /// Adds text with `& < > " '` as character references.
    mutating func appendEscaped(_ text: String) { text.withBytes { appendEscaped($0) } }

    mutating func append(_ html: UnsafeBufferPointer<UInt8>) {
        guard let start = html.baseAddress else { return }
        reserve(html.count)
        (bytes + count).copyMemory(from: start, byteCount: html.count)
        count += html.count
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        HTMLText.replacements.withUnsafeBufferPointer { replacements in
            var start = 0
            while start < text.count {
                let end = min(start + Self.stretch, text.count)
                // Every byte is written as a whole word, of which the next one covers what is not its own.
                reserve((end - start + 1) * MemoryLayout<UInt64>.size)
                var place = bytes + count
                for index in start..<end {
                    let replacement = replacements[Int(text[index])]
                    place.storeBytes(of: replacement.littleEndian, as: UInt64.self)
                    place += Int(replacement >> HTMLText.lengthShift)
                }
                count = place - bytes
                start = end
            }
        }
    }

    /// Adds a whole number.
    mutating func append(_ number: Int) {
        // The longest number has 19 digits and a sign.
        reserve(20)
        var magnitude = number.magnitude
        var length = number < 0 ? 2 : 1
        while magnitude >= 10 {
            length += 1
            magnitude /= 10
        }
        magnitude = number.magnitude
        var place = count + length
        repeat {
            place -= 1
            let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
            bytes.storeBytes(of: UInt8(ascii: "0") + UInt8(digit), toByteOffset: place, as: UInt8.self)
            magnitude = quotient
        } while magnitude > 0
        if number < 0 { bytes.storeBytes(of: UInt8(ascii: "-"), toByteOffset: count, as: UInt8.self) }
        count += length
    }

    /// Makes room for so many more bytes.
    private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(256, max(count + more, capacity * 2))
        let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
        grown.copyMemory(from: bytes, byteCount: count)
        bytes.deallocate()
        bytes = grown
        capacity = larger
    }
}
