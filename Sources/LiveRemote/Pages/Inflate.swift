/// Why packed bytes cannot be unpacked.
enum InflateError: Error {
    /// They end too early, are not packed at all, or their sum is wrong.
    case damaged
    /// There is more than is allowed.
    case tooLarge
}

/// Unpacks what was packed by DEFLATE (RFC 1951), never into more than a limit.
struct Inflate {
    private var input: BitReader
    private var output: [UInt8] = []
    private let limit: Int

    private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        input = BitReader(bytes)
        self.limit = limit
    }

    // MARK: Wrappers

    /// Unpacks gzip (RFC 1952): one member, or several whose contents follow one another.
    static func unpack(gzip bytes: [UInt8], limit: Int) throws(InflateError) -> [UInt8] {
        var rest = bytes[...]
        var contents: [UInt8] = []
        repeat {
            rest = try withoutGzipHeader(rest)
            var inflate = Inflate(rest, limit: limit - contents.count)
            try inflate.run()
            rest = inflate.input.rest
            guard rest.count >= 8, littleEndian(rest.prefix(4)) == CRC32.sum(of: inflate.output),
                littleEndian(rest.dropFirst(4).prefix(4)) == UInt32(truncatingIfNeeded: inflate.output.count)
            else { throw .damaged }
            rest = rest.dropFirst(8)
            contents += inflate.output
        } while rest.starts(with: [0x1F, 0x8B])
        return contents
    }

    /// Unpacks the packing that HTTP calls deflate: zlib (RFC 1950), or, as some servers have it, bare.
    static func unpack(zlib bytes: [UInt8], limit: Int) throws(InflateError) -> [UInt8] {
        let isWrapped =
            bytes.count > 2 && bytes[0] & 0x0F == 8 && (UInt16(bytes[0]) << 8 | UInt16(bytes[1])) % 31 == 0
            && bytes[1] & 0x20 == 0
        var inflate = Inflate(isWrapped ? bytes[2...] : bytes[...], limit: limit)
        try inflate.run()
        if isWrapped {
            let sum = inflate.input.rest.prefix(4)
            guard sum.count == 4, littleEndian(sum.reversed()[...]) == adler32(of: inflate.output) else {
                throw .damaged
            }
        }
        return inflate.output
    }

    private static func withoutGzipHeader(_ bytes: ArraySlice<UInt8>) throws(InflateError) -> ArraySlice<UInt8> {
        guard bytes.count >= 10, bytes.starts(with: [0x1F, 0x8B, 8]) else { throw .damaged }
        let flags = bytes[bytes.startIndex + 3]
        var rest = bytes.dropFirst(10)
        if flags & 4 != 0 {
            guard rest.count >= 2 else { throw .damaged }
            rest = rest.dropFirst(2 + Int(rest[rest.startIndex]) + Int(rest[rest.startIndex + 1]) << 8)
        }
        // The file's name and a comment, each up to a null.
        for flag: UInt8 in [8, 16] where flags & flag != 0 { rest = rest.drop { $0 != 0 }.dropFirst() }
        return flags & 2 != 0 ? rest.dropFirst(2) : rest
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func adler32(of bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    // MARK: Blocks

    private mutating func run() throws(InflateError) {
        var isLast = false
        while !isLast {
            isLast = try input.bits(1) == 1
            switch try input.bits(2) {
            case 0: try copyStored()
            case 1: try expand(HuffmanCode.fixedLiterals, HuffmanCode.fixedDistances)
            case 2:
                let (literals, distances) = try readCodes()
                try expand(literals, distances)
            default: throw .damaged
            }
        }
    }

    private mutating func copyStored() throws(InflateError) {
        input.dropPartOfByte()
        let length = try input.bits(16)
        guard try input.bits(16) == length ^ 0xFFFF else { throw .damaged }
        guard output.count + length <= limit else { throw .tooLarge }
        for _ in 0..<length { output.append(UInt8(truncatingIfNeeded: try input.bits(8))) }
    }

    private mutating func expand(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(InflateError) {
        while true {
            let symbol = try literals.next(&input)
            if symbol < 256 {
                guard output.count < limit else { throw .tooLarge }
                output.append(UInt8(symbol))
                continue
            }
            guard symbol > 256 else { return }
            guard symbol < 286 else { throw .damaged }
            let length = Self.lengths[symbol - 257] + (try input.bits(Self.lengthBits[symbol - 257]))
            let code = try distances.next(&input)
            guard code < 30 else { throw .damaged }
            let distance = Self.distances[code] + (try input.bits(code < 2 ? 0 : code / 2 - 1))
            guard distance <= output.count else { throw .damaged }
            guard output.count + length <= limit else { throw .tooLarge }
            // What is repeated may reach into what this repeats.
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private mutating func readCodes() throws(InflateError) -> (literals: HuffmanCode, distances: HuffmanCode) {
        let literalCount = try input.bits(5) + 257
        let distanceCount = try input.bits(5) + 1
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for place in order.prefix(try input.bits(4) + 4) { codeLengths[place] = UInt8(try input.bits(3)) }
        let code = try HuffmanCode(lengths: codeLengths[...])
        var lengths: [UInt8] = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try code.next(&input)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw .damaged }
                lengths += Array(repeating: last, count: 3 + (try input.bits(2)))
            case 17: lengths += Array(repeating: 0, count: 3 + (try input.bits(3)))
            case 18: lengths += Array(repeating: 0, count: 11 + (try input.bits(7)))
            default: lengths.append(UInt8(symbol))
            }
        }
        guard lengths.count == literalCount + distanceCount else { throw .damaged }
        return (try HuffmanCode(lengths: lengths[..<literalCount]), try HuffmanCode(lengths: lengths[literalCount...]))
    }

    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12_289, 16_385, 24_577,
    ]
}

/// Takes bits from bytes, the lowest first.
private struct BitReader {
    private(set) var rest: ArraySlice<UInt8>
    private var held = 0
    private var count = 0

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func bits(_ wanted: Int) throws(InflateError) -> Int {
        while count < wanted {
            guard let byte = rest.popFirst() else { throw .damaged }
            held |= Int(byte) << count
            count += 8
        }
        defer {
            held >>= wanted
            count -= wanted
        }
        return held & (1 << wanted - 1)
    }

    /// Goes on with the next whole byte; less than a byte is held at any time.
    mutating func dropPartOfByte() { (held, count) = (0, 0) }
}

/// A code whose frequent symbols are short (RFC 1951, section 3.2.2).
private struct HuffmanCode {
    /// How many symbols have each length.
    private var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their codes.
    private var symbols: [Int] = []

    static let fixedLiterals = fixed((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = fixed(Array(repeating: 5, count: 30))

    private static func fixed(_ lengths: [UInt8]) -> HuffmanCode {
        (try? HuffmanCode(lengths: lengths[...])) ?? HuffmanCode()
    }

    private init() {}

    /// - Parameter lengths: The length of each symbol's code; 0 for those without.
    init(lengths: ArraySlice<UInt8>) throws(InflateError) {
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        var free = 1
        for length in 1...15 {
            free = free * 2 - counts[length]
            guard free >= 0 else { throw .damaged }
        }
        for length in UInt8(1)...15 {
            symbols += lengths.enumerated().filter { $0.element == length }.map(\.offset)
        }
    }

    func next(_ input: inout BitReader) throws(InflateError) -> Int {
        var code = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            code |= try input.bits(1)
            let count = counts[length]
            if code - first < count { return symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .damaged
    }
}

/// The sum at the end of gzip (RFC 1952, section 8).
private enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }

    static func sum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
