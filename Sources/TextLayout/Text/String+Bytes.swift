extension String {
    /// Whether another text stands somewhere in the text, byte by byte, which is much cheaper than by characters.
    package func hasBytes(of part: String) -> Bool {
        let wanted = part.utf8
        guard let first = wanted.first else { return true }
        var rest = utf8[...]
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
