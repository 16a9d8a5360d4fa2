import Foundation
import TestSupport
import Testing

@testable import LiveRemote

struct InflateTests {
    private static let limit = 1 << 20
    private static let hello = "hello hello hello hello"
    private static let gzip = "1f8b0800000000000203cb48cdc9c957c8402701e3513d8d17000000"
    private static let zlib = "789ccb48cdc9c957c8402701680308b1"

    @Test(arguments: [
        (gzip, hello), ("1f8b080000000000020303000000000000000000", ""), (gzip + gzip, hello + hello),
        (gzip + "0000", hello),
        // With an extra field, a name, a comment and a sum of the header.
        ("1f8b081e00000000020302000102610062000000" + gzip.dropFirst(20), hello),
    ])
    func `What gzip packed is unpacked`(packed: String, text: String) throws {
        #expect(String(decoding: try Inflate.unpack(gzip: bytes(packed), limit: Self.limit), as: UTF8.self) == text)
    }

    @Test(arguments: [
        (zlib, hello), ("cb48cdc9c957c8402701", hello), ("7801010600f9ff73746f726564093c0292", "stored"),
        ("789c030000000001", ""),
    ])
    func `What zlib packed is unpacked, with its wrapper or bare`(packed: String, text: String) throws {
        #expect(String(decoding: try Inflate.unpack(zlib: bytes(packed), limit: Self.limit), as: UTF8.self) == text)
    }

    @Test func `What is cut off or changed is found out, and never traps`() {
        let whole = bytes(Self.gzip)
        for count in 0..<whole.count {
            #expect(throws: InflateError.damaged) {
                try Inflate.unpack(gzip: Array(whole[..<count]), limit: Self.limit)
            }
        }
        for place in 10..<whole.count {
            for bit in 0..<8 {
                var changed = whole
                changed[place] ^= 1 << bit
                #expect(throws: InflateError.self) { try Inflate.unpack(gzip: changed, limit: Self.limit) }
            }
        }
        #expect(throws: InflateError.damaged) {
            try Inflate.unpack(zlib: [0x78, 0x9C, 7, 0, 0, 0, 0], limit: Self.limit)
        }
    }

    @Test func `Noise never traps`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            let noise = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? Inflate.unpack(zlib: noise, limit: Self.limit)
            _ = try? Inflate.unpack(
                gzip: [0x1F, 0x8B, 8, noise.first ?? 0, 0, 0, 0, 0, 0, 0] + noise, limit: Self.limit)
        }
    }

    @Test func `No more is unpacked than is allowed`() throws {
        #expect(throws: InflateError.tooLarge) { try Inflate.unpack(zlib: bytes(Self.zlib), limit: 22) }
        #expect(try Inflate.unpack(zlib: bytes(Self.zlib), limit: 23).count == 23)
        #expect(throws: InflateError.tooLarge) { try Inflate.unpack(gzip: bytes(Self.gzip + Self.gzip), limit: 45) }
        #expect(throws: InflateError.tooLarge) {
            try Inflate.unpack(zlib: bytes("7801010600f9ff73746f726564093c0292"), limit: 5)
        }
    }

    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func `All that Python's zlib makes is unpacked`() throws {
        let script = """
            import random, sys, zlib
            random.seed(1)
            words = [bytes(random.randrange(256) for _ in range(random.randrange(1, 40))) for _ in range(60)]
            for size in (0, 1, 100, 3000, 20000):
                data = b''.join(random.choice(words) for _ in range(size // 10)) + bytes(size // 9)
                for level in (0, 1, 6, 9):
                    for wrapper in (15, 31, -15):
                        for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY, zlib.Z_FIXED):
                            packer = zlib.compressobj(level, zlib.DEFLATED, wrapper, 8, strategy)
                            print(wrapper, data.hex(), (packer.compress(data) + packer.flush()).hex())
            """
        let outcome = try Command.run(try #require(Self.python), ["-c", script])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 180)
        for line in lines {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            let (data, packed) = (bytes(parts[1]), bytes(parts[2]))
            let unpacked =
                parts[0] == "31"
                ? try Inflate.unpack(gzip: packed, limit: Self.limit)
                : try Inflate.unpack(zlib: packed, limit: Self.limit)
            #expect(unpacked == data, "\(parts[0]), \(data.count) bytes")
        }
    }

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func bytes(_ hexadecimal: some StringProtocol) -> [UInt8] {
        let digits = hexadecimal.utf8.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
