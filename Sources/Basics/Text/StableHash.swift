/// A number that is the same for the same text in every run, unlike Swift's own hashes (FNV-1a, 64 bits).
package enum StableHash {
    package static func number(of text: some StringProtocol) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
