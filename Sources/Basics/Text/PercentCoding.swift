/// Percent coding, as addresses and forms have it.
package enum PercentCoding {
    /// Decodes `%41` and, in forms, `+`; a percent sign without two digits stays, bytes that are no UTF-8 become U+FFFD.
    package static func decode(_ text: Substring.UTF8View, plusIsSpace: Bool) -> String {
        guard text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(Substring(text))
        }
        let bytes = Array(text)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexDigitValue,
                let low = bytes[index + 2].hexDigitValue
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") && plusIsSpace ? .space : byte)
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The text with all but letters, digits and some signs as `%XX`.
    ///
    /// - Parameter kept: The signs that stay: by default those that RFC 3986 reserves for nothing.
    package static func encode(_ text: String, keeping kept: String = "-._~", spaceAsPlus: Bool = false) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        let kept = kept.utf8
        for byte in text.utf8 {
            if byte.isASCIIAlphanumeric || kept.contains(byte) {
                encoded.append(byte)
            } else if spaceAsPlus, byte == .space {
                encoded.append(UInt8(ascii: "+"))
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digit(byte >> 4))
                encoded.append(digit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
