/// HTML in the making, as bytes that grow at their end.
///
/// It owns its memory, so that appending costs the copy of the bytes and nothing else. What is here can be inlined, since
/// the templates that write to it are another module; for that the type has to be usable from inlined code, too.
@usableFromInline
package struct HTMLBuffer: ~Copyable {
    @usableFromInline var bytes: UnsafeMutableRawPointer
    @usableFromInline var room: Int
    @usableFromInline var length = 0
    /// Whose page is written, for the parts that are placed in it; nil for HTML by itself.
    @usableFromInline package var owner: AnyObject?

    /// How many bytes of a text are escaped at a time, so that a long text reserves no multiple of its length.
    private static let stretch = 4096

    /// - Parameter capacity: How many bytes to make room for.
    @inlinable
    package init(capacity: Int = 0) {
        bytes = .allocate(byteCount: capacity, alignment: 1)
        room = capacity
    }

    @inlinable
    deinit { bytes.deallocate() }

    /// How many bytes there is room for.
    @inlinable
    package var capacity: Int { room }

    /// How many bytes were appended.
    @inlinable
    package var count: Int { length }

    /// All that was appended.
    package var text: String {
        String(unsafeUninitializedCapacity: length) { target in
            target.baseAddress.map { UnsafeMutableRawPointer($0).copyMemory(from: bytes, byteCount: length) }
            return length
        }
    }

    /// Adds HTML as it is.
    @inlinable
    package mutating func append(_ html: String) { html.withBytes { append($0) } }

    /// Adds text with `& < > " '` as character references.
    package mutating func appendEscaped(_ text: String) { text.withBytes { appendEscaped($0) } }

    /// Adds the UTF-8 of HTML as it is.
    @inlinable
    package mutating func append(_ html: UnsafeBufferPointer<UInt8>) {
        guard let start = html.baseAddress else { return }
        reserve(html.count)
        (bytes + length).copyMemory(from: start, byteCount: html.count)
        length += html.count
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        HTMLText.replacements.withUnsafeBufferPointer { replacements in
            var start = 0
            while start < text.count {
                let end = min(start + Self.stretch, text.count)
                // Every byte is written as a whole word, of which the next one covers what is not its own.
                reserve((end - start + 1) * MemoryLayout<UInt64>.size)
                var place = bytes + length
                for index in start..<end {
                    let replacement = replacements[Int(text[index])]
                    place.storeBytes(of: replacement.littleEndian, as: UInt64.self)
                    place += Int(replacement >> HTMLText.lengthShift)
                }
                length = place - bytes
                start = end
            }
        }
    }

    /// Adds a whole number.
    package mutating func append(_ number: Int) {
        // The longest number has 19 digits and a sign.
        reserve(20)
        var magnitude = number.magnitude
        var digits = number < 0 ? 2 : 1
        while magnitude >= 10 {
            digits += 1
            magnitude /= 10
        }
        magnitude = number.magnitude
        var place = length + digits
        repeat {
            place -= 1
            let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
            bytes.storeBytes(of: UInt8(ascii: "0") + UInt8(digit), toByteOffset: place, as: UInt8.self)
            magnitude = quotient
        } while magnitude > 0
        if number < 0 { bytes.storeBytes(of: UInt8(ascii: "-"), toByteOffset: length, as: UInt8.self) }
        length += digits
    }

    /// Makes room for so many more bytes.
    @inlinable
    mutating func reserve(_ more: Int) {
        if room - length < more { grow(by: more) }
    }

    @inline(never)
    @usableFromInline
    mutating func grow(by more: Int) {
        let larger = max(256, max(length + more, room * 2))
        let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
        grown.copyMemory(from: bytes, byteCount: length)
        bytes.deallocate()
        bytes = grown
        room = larger
    }
}

extension String {
    /// Calls `body` with the text's UTF-8, where it lies if it lies in one piece.
    @inlinable
    @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }
}
